with x(l) as (
 select format('col %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) from pg_attribute a
   join pg_class c on c.oid = a.attrelid where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
 union all select format('rel %s %s', oid::regclass, coalesce(relacl, acldefault('r', relowner))) from pg_class where relnamespace = 'public'::regnamespace
) select md5(string_agg(l, E'\n' order by l collate "C")) fp, count(*) n from x
