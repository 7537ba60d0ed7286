// Everything in the handbook works without this but the search.
document.documentElement.classList.remove("geen-js");
