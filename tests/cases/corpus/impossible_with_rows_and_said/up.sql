-- hazard SC5001: t has rows
ALTER TABLE t ADD b text NOT NULL;
