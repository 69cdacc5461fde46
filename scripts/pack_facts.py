"""Packs the lines of facts.sql into constant tables for generator/sql/facts/ (numbers and one text: no start-up cost)."""
import sys
from collections import defaultdict

rows = defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    fields = line.rstrip("\n").split("\t")
    if len(fields) > 1:
        rows[fields[0]].append(fields[1:])

names, text = {}, []


def name(word):
    """The offset of a name in the one text that holds them all, each behind its length."""
    if word not in names:
        names[word] = sum(len(t) + 1 for t in text)
        text.append(word)
    return names[word]


extensions = [""] + sorted(r[0] for r in rows["extension"])
types = sorted(rows["type"], key=lambda r: r[1].encode())
index = {r[0]: i for i, r in enumerate(types)}
ranges = {r[0]: r for r in rows["range"]}
multiranges = {r[2]: r for r in rows["range"]}
NONE = 0xFFFF


def type_of(oid):
    return index.get(oid, NONE)


def table(kind, title, lines):
    print(f"\ninline constexpr {kind} {title}[] = {{")
    out = "   "
    for item in lines:
        if len(out) + len(item) + 2 > 109:
            print(out)
            out = "   "
        out += f" {item},"
    print(out)
    print("};")


def char(c):
    return f"'{c}'"


arguments, signatures = [], {}


def signature(oids):
    key = tuple(type_of(o) for o in oids)
    if key not in signatures:
        signatures[key] = len(arguments)
        arguments.extend(key)
    return signatures[key]


packed = defaultdict(list)
for t in types:
    oid, n, category, preferred, kind, element, array, inp, outp, collates, ext = t
    related = NONE
    if oid in ranges:
        related = type_of(ranges[oid][1])
    elif oid in multiranges:
        related = type_of(multiranges[oid][0])
    elif element != "0":
        related = type_of(element)
    packed["types"].append(
        f"{{{name(n)},{char(category)},{preferred},{char(kind)},{1 if element != '0' else 0},{related},{type_of(array)},"
        f"{int(inp == 'i')},{int(outp == 'i')},{collates},{extensions.index(ext)}}}")
for n, args, result, volatility, kind, returns_set, variadic, defaults, ext in rows["function"]:
    oids = args.split(",") if args else []
    packed["functions"].append(
        f"{{{name(n)},{signature(oids)},{len(oids)},{defaults},{int(variadic != '0')},{returns_set},{char(kind)},"
        f"{char(volatility)},{type_of(result)},{extensions.index(ext)}}}")
for n, left, right, result, volatility, ext in rows["operator"]:
    packed["operators"].append(
        f"{{{name(n)},{type_of(left)},{type_of(right)},{type_of(result)},{char(volatility)},{extensions.index(ext)}}}")
for source, target, context, method, volatility, ext in sorted(rows["cast"], key=lambda r: (type_of(r[0]), type_of(r[1]))):
    if NONE in (type_of(source), type_of(target)):
        continue
    packed["casts"].append(
        f"{{{type_of(source)},{type_of(target)},{char(context)},{char(method)},{char(volatility)},{extensions.index(ext)}}}")
for method, n, intype, default, ext in rows["opclass"]:
    packed["opclasses"].append(f"{{{name(method)},{name(n)},{type_of(intype)},{default},{extensions.index(ext)}}}")

print("// Facts of PostgreSQL 15 and its contrib, made by scripts/extract_facts.sh: not for hand editing.")
table("TypeFact", "kTypes", packed["types"])
table("std::uint16_t", "kArguments", [str(a) for a in arguments])
table("FunctionFact", "kFunctions", packed["functions"])
table("OperatorFact", "kOperators", packed["operators"])
table("CastFact", "kCasts", packed["casts"])
table("OpclassFact", "kOpclasses", packed["opclasses"])
table("std::uint16_t", "kExtensions", [str(name(e)) for e in extensions])
table("std::uint16_t", "kCollations", [str(name(r[0])) for r in rows["collation"]])
table("std::uint16_t", "kConfigurations", [str(name(r[0])) for r in rows["configuration"]])
print("\ninline constexpr char kNames[] =")
line = ""
for word in text:
    piece = word.replace("\\", "\\\\").replace('"', '\\"').replace("?", "\\?") + "\\0"
    if len(line) + len(piece) > 100:
        print(f'    "{line}"')
        line = ""
    line += piece
print(f'    "{line}";')
assert sum(len(t) + 1 for t in text) < 65536, "names need wider offsets"
