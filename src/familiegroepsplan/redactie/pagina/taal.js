// De redactie spreekt Nederlands, ook als de browser een andere taal heeft; wie zelf kiest, houdt die keuze.
const KEUZE = "sveltia-cms.prefs";
const gekozen = JSON.parse(localStorage.getItem(KEUZE) ?? "{}");
if (!gekozen.locale) localStorage.setItem(KEUZE, JSON.stringify({ ...gekozen, locale: "nl" }));
window.CMS_MANUAL_INIT = true;
