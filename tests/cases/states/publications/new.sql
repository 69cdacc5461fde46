CREATE SCHEMA more;
CREATE PUBLICATION everything WITH (publish_via_partition_root = true);
CREATE PUBLICATION "News" FOR TABLES IN SCHEMA more;
CREATE PUBLICATION nothing FOR TABLES IN SCHEMA more, public WITH (publish = 'insert');
COMMENT ON PUBLICATION "News" IS 'what is new';
