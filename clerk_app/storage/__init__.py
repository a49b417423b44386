"""The local database: acts in SQLCipher, and everything that is derived from them for fast reading."""
