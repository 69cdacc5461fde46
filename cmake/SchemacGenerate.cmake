# schemac_generate(): the build step that keeps generated code up to date.
