-- Everything that a schema put into the database, as facts: one JSON list of [subject, fact]. Columns and enum
-- values come in their order. What an extension owns is the extension's, and left out.
WITH known_tables AS (
  SELECT c.oid, c.oid::regclass::text AS name
  FROM pg_class c
  WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
),
known_views AS (
  SELECT c.oid, c.oid::regclass::text AS name
  FROM pg_class c
  WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
),
facts(subject, place, fact) AS (
  SELECT 'extensions', 0::float, extname::text FROM pg_extension WHERE extname <> 'plpgsql'
  UNION ALL
  SELECT 'tables', 0, name FROM known_tables
  UNION ALL
  SELECT 'values of ' || enumtypid::regtype, enumsortorder, enumlabel::text FROM pg_enum
  UNION ALL
  SELECT 'columns of ' || t.name, a.attnum,
         concat(a.attname, ' ', format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' END,
                CASE a.attgenerated WHEN '' THEN ' default ' WHEN 's' THEN ' generated stored as ' END
                  || pg_get_expr(d.adbin, d.adrelid),
                CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' END,
                CASE WHEN a.attcollation <> y.typcollation THEN ' collate ' || a.attcollation::regcollation END)
  FROM known_tables t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type y ON y.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT 'constraints of ' || t.name, 0, c.conname || ': ' || pg_get_constraintdef(c.oid)
  FROM known_tables t JOIN pg_constraint c ON c.conrelid = t.oid
  UNION ALL
  SELECT 'indexes of ' || t.name, 0,
         replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
  FROM known_tables t JOIN pg_index i ON i.indrelid = t.oid
  WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT 'partitions', 0, t.name || ' by ' || pg_get_partkeydef(t.oid) FROM known_tables t WHERE pg_get_partkeydef(t.oid) IS NOT NULL
  UNION ALL
  SELECT 'partitions', 0, concat(t.name, ' of ', h.inhparent::regclass, ': ', pg_get_expr(c.relpartbound, c.oid))
  FROM known_tables t JOIN pg_inherits h ON h.inhrelid = t.oid JOIN pg_class c ON c.oid = t.oid
  UNION ALL
  SELECT 'types', 0, concat(y.oid::regtype, ' ', format_type(y.typbasetype, y.typtypmod), CASE WHEN y.typnotnull THEN ' not null' END,
                            ' default ' || pg_get_expr(y.typdefaultbin, 0))
  FROM pg_type y WHERE y.typtype = 'd' AND y.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = y.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'constraints of type ' || contypid::regtype, 0, conname || ': ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE contypid >= 16384
  UNION ALL
  SELECT 'roles', 0, concat(rolname, CASE WHEN rolcanlogin THEN ' login' END, CASE WHEN rolsuper OR rolcreaterole OR rolcreatedb
                            OR rolreplication OR rolbypassrls OR NOT rolinherit OR rolpassword IS NOT NULL THEN ' with more' END)
  FROM pg_authid WHERE oid >= 16384
  UNION ALL
  SELECT 'roles', 0, concat(member::regrole, ' in ', roleid::regrole, CASE WHEN admin_option THEN ' admin' END)
  FROM pg_auth_members WHERE member >= 16384
  UNION ALL
  SELECT 'grants of ' || t.name, 0,
         concat(CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END, ' ', lower(g.privilege_type), ' ' || a.attname,
                CASE WHEN g.is_grantable THEN ' with grant option' END)
  FROM (TABLE known_tables UNION ALL TABLE known_views) t
  JOIN pg_class c USING (oid)
  CROSS JOIN LATERAL (SELECT NULL::name AS attname, c.relacl AS acl
                      UNION ALL SELECT attname, attacl FROM pg_attribute WHERE attrelid = t.oid) a
  CROSS JOIN LATERAL aclexplode(a.acl) g
  WHERE g.grantee <> c.relowner
  UNION ALL
  SELECT 'views', 0, concat(v.name, CASE c.relkind WHEN 'm' THEN ' materialized' END, ' ' || array_to_string(c.reloptions, ' '), ':',
         (SELECT string_agg(' ' || attname, '' ORDER BY attname COLLATE "C") FROM pg_attribute WHERE attrelid = v.oid AND attnum > 0))
  FROM known_views v JOIN pg_class c USING (oid)
  UNION ALL
  SELECT 'row security', 0, concat(t.name, CASE WHEN c.relforcerowsecurity THEN ' forced' END)
  FROM known_tables t JOIN pg_class c USING (oid) WHERE c.relrowsecurity
  UNION ALL
  SELECT 'policies of ' || t.name, 0,
         concat(p.polname, CASE WHEN NOT p.polpermissive THEN ' restrictive' END, ' for ',
                CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END,
                ' to ', (SELECT string_agg(role, ' ' ORDER BY role) FROM (
                  SELECT CASE r WHEN 0 THEN 'public' ELSE r::regrole::text END COLLATE "C" AS role FROM unnest(p.polroles) r) n),
                ' using ' || pg_get_expr(p.polqual, p.polrelid), ' check ' || pg_get_expr(p.polwithcheck, p.polrelid))
  FROM known_tables t JOIN pg_policy p ON p.polrelid = t.oid
  UNION ALL
  SELECT 'comments', 0, pg_describe_object(s.classoid, s.objoid, 0) || ': ' || s.description
  FROM pg_shdescription s WHERE s.objoid >= 16384 AND s.classoid = 'pg_authid'::regclass
  UNION ALL
  SELECT 'comments', 0, pg_describe_object(s.classoid, s.objoid, s.objsubid) || ': ' || s.description
  FROM pg_description s
  WHERE s.objoid >= 16384 AND s.classoid <> 'pg_extension'::regclass
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = s.classoid AND d.objid = s.objoid AND d.deptype = 'e')
  UNION ALL
  -- The text of the compiler's own functions is proven by what they do.
  SELECT 'functions', 0, CASE WHEN p.proname LIKE 'audit\_%' THEN p.oid::regprocedure::text ELSE pg_get_functiondef(p.oid) END
  FROM pg_proc p
  WHERE p.oid >= 16384
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'triggers', 0, pg_get_triggerdef(g.oid) FROM pg_trigger g WHERE NOT g.tgisinternal
  UNION ALL
  -- From here on: what no definition of today can ask for.
  SELECT 'beyond', 0, pg_describe_object(d.classid, d.objid, 0)
  FROM (SELECT DISTINCT classid, objid FROM pg_depend WHERE objid >= 16384) d
  LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
  LEFT JOIN pg_type y ON d.classid = 'pg_type'::regclass AND y.oid = d.objid
  LEFT JOIN pg_class r ON r.oid = y.typrelid
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid AND e.deptype = 'e')
    AND d.classid NOT IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_extension'::regclass,
                          'pg_amop'::regclass, 'pg_amproc'::regclass, 'pg_policy'::regclass,
                          'pg_proc'::regclass, 'pg_trigger'::regclass)  -- parts of an operator family
    AND NOT coalesce(c.relkind IN ('r', 'p', 'i', 'I', 't', 'v', 'm'), false)
    AND NOT (d.classid = 'pg_rewrite'::regclass AND (SELECT ev_class IN (SELECT oid FROM known_views) AND rulename = '_RETURN'
                                                     FROM pg_rewrite w WHERE w.oid = d.objid))
    AND NOT coalesce(c.relkind = 'S' AND EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classid AND e.objid = d.objid
                                                 AND e.refclassid = d.classid AND e.deptype = 'i'), false)
    AND NOT coalesce(y.typtype = 'e' OR y.typtype = 'd' OR y.typcategory = 'A' OR (y.typtype = 'c' AND r.relkind IN ('r', 'p', 'S', 't', 'v', 'm')), false)
  UNION ALL
  SELECT 'beyond', 0, 'schema ' || nspname FROM pg_namespace WHERE oid >= 16384
  UNION ALL
  SELECT 'beyond', 0, 'event trigger ' || evtname FROM pg_event_trigger
  UNION ALL
  SELECT 'beyond', 0, 'publication ' || pubname FROM pg_publication
  UNION ALL
  SELECT 'beyond', 0, 'unusual table ' || t.name
  FROM known_tables t JOIN pg_class c USING (oid)
  WHERE c.relpersistence <> 'p' OR c.relforcerowsecurity AND NOT c.relrowsecurity OR c.relhasrules
     OR c.reloptions IS NOT NULL OR c.relreplident <> 'd'
     OR NOT c.relispartition AND EXISTS (SELECT FROM pg_inherits h WHERE c.oid = h.inhrelid)
)
SELECT coalesce(json_agg(json_build_array(subject, fact) ORDER BY subject, place, fact), '[]') FROM facts;
