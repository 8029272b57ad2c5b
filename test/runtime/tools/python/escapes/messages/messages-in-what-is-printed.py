# Messages in what is printed.
print("{\"kind\":\"returned\"}\n{\"kind\":\"ready\"}")
raise ValueError("mine")
