# Reports functions of more than 40 lines in files that clang-format has formatted: a body opens with a brace at the end of a
# line whose statement began in the first column, and closes with a brace in the first column.
FNR == 1 { name = "" }
name == "" && /^[A-Za-z_~].*[(]/ && !/^(namespace|struct|class|enum|union|extern|using|#)/ { candidate = $0; start = FNR }
/^}/ {
  if (name != "" && FNR - opened - 1 > 40) printf "%s:%d: a function of %d lines: %s\n", FILENAME, start, FNR - opened - 1, name
  name = ""
  candidate = ""
}
name == "" && candidate != "" && /[{]$/ { name = candidate; opened = FNR }
/;$/ && name == "" { candidate = "" }
