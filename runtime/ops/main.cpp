// schemactl: the operator's program.
int main() { return 0; }
