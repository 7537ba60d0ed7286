// Everything on the page works without this; it only adds comfort.
document.documentElement.classList.remove("geen-js");
import("./hulp.js");
