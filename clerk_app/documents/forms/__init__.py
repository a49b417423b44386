"""The papers whose sheet is drawn by code: the certificate and the mailing label. All others are declared in resources/forms."""
