// What landlords returned and what was published stands with the support of all tests; its names are short here.
global using PublishedReturn = Hearth.Support.PublishedReturn;
global using ReturnedMeasure = Hearth.Support.ReturnedMeasure;
