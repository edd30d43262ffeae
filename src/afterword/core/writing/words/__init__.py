"""The words the writer knows: verbs and their forms, nouns, numbers, spelling; tables beside the code that reads them."""
