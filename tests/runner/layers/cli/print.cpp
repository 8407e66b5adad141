// Prints past the door.
void print(const char* text) { std::puts(text); }
void write(const char* text) { write_standard_output(text); }
void snprintf(char* text) { std::snprintf(text, 1, ""); }
