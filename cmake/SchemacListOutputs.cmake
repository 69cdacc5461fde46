# A script: writes the names of the generated files below FOLDER into LIST, one a line, sorted, and only if they changed:
# the build configures again when LIST is newer (see SchemacGenerate.cmake).
file(GLOB_RECURSE outputs RELATIVE ${FOLDER} ${FOLDER}/cpp/*.hpp ${FOLDER}/schema.sql ${FOLDER}/seeds/*.sql ${FOLDER}/manifest.json)
list(SORT outputs)
string(REPLACE ";" "\n" lines "${outputs}")
file(CONFIGURE OUTPUT ${LIST} CONTENT "${lines}\n" @ONLY)
