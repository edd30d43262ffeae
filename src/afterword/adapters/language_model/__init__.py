"""Language models behind the ``LanguageModel`` port. None is contacted unless the user has set one up."""
