no first line, no pragma
