-- The facts, one a line, its fields separated by tabs; the first field says which. Types go by oid here; extract_facts.sh
-- packs them. Extensions are the owners of what their scripts made ("" is the server itself).
\pset fieldsep '\t'
CREATE TEMP TABLE owned AS
  SELECT d.classid, d.objid, e.extname
  FROM pg_depend d JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid
  WHERE d.deptype = 'e' AND e.extname <> 'plpgsql';

SELECT 'extension', extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 2;
SELECT 'type', t.oid, t.typname, t.typcategory, t.typispreferred::int, t.typtype,
       CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc THEN t.typelem ELSE 0 END,
       t.typarray, i.provolatile, o.provolatile, (t.typcollation <> 0)::int, coalesce(e.extname, x.extname, '')
FROM pg_type t
JOIN pg_proc i ON i.oid = t.typinput JOIN pg_proc o ON o.oid = t.typoutput
LEFT JOIN owned e ON e.classid = 'pg_type'::regclass AND e.objid = t.oid
LEFT JOIN owned x ON x.classid = 'pg_type'::regclass AND x.objid = t.typelem
WHERE t.typtype <> 'c' AND (t.typelem = 0 OR NOT EXISTS (SELECT FROM pg_type c WHERE c.oid = t.typelem AND c.typtype = 'c'))
  AND t.typnamespace IN ('pg_catalog'::regnamespace, 'public'::regnamespace)
ORDER BY t.typname;
SELECT 'range', rngtypid, rngsubtype, rngmultitypid FROM pg_range ORDER BY 2;
SELECT 'function', p.proname, array_to_string(p.proargtypes::oid[], ','), p.prorettype, p.provolatile, p.prokind,
       p.proretset::int, p.provariadic, p.pronargdefaults, coalesce(e.extname, '')
FROM pg_proc p LEFT JOIN owned e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid
WHERE p.pronamespace IN ('pg_catalog'::regnamespace, 'public'::regnamespace) AND p.prokind <> 'p'
ORDER BY p.proname COLLATE "C", 3;
SELECT 'operator', o.oprname, o.oprleft, o.oprright, o.oprresult, p.provolatile, coalesce(e.extname, '')
FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode
LEFT JOIN owned e ON e.classid = 'pg_operator'::regclass AND e.objid = o.oid
ORDER BY o.oprname COLLATE "C", 3, 4;
SELECT 'cast', c.castsource, c.casttarget, c.castcontext, c.castmethod, coalesce(p.provolatile, 'i'), coalesce(e.extname, '')
FROM pg_cast c LEFT JOIN pg_proc p ON p.oid = c.castfunc
LEFT JOIN owned e ON e.classid = 'pg_cast'::regclass AND e.objid = c.oid
ORDER BY 2, 3;
SELECT 'opclass', a.amname, c.opcname, c.opcintype, c.opcdefault::int, coalesce(e.extname, '')
FROM pg_opclass c JOIN pg_am a ON a.oid = c.opcmethod
LEFT JOIN owned e ON e.classid = 'pg_opclass'::regclass AND e.objid = c.oid
ORDER BY a.amname COLLATE "C", c.opcname COLLATE "C";
-- What initdb finds on its machine beside these (locales of the C library, of ICU) is no fact of the version.
SELECT 'collation', collname FROM pg_collation
WHERE collprovider IN ('d') OR collname IN ('C', 'POSIX', 'ucs_basic', 'unicode') ORDER BY 2;
SELECT 'configuration', cfgname FROM pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace ORDER BY 2;
