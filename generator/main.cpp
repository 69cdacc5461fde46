// schemac: the schema compiler's program.
int main() { return 0; }
