"""证照寄送: from the decision to the signed-for letter, stage by stage."""
