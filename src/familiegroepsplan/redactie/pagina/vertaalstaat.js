// Of een vertaling nog bij het Nederlands hoort, met een knop voor wie haar heeft bijgewerkt.

/** The hash by which a translation knows its Dutch text: the same as text_hash in blok.py. */
export async function tekstHash(text) {
  const woorden = new TextEncoder().encode(text.split(/\s+/).filter(Boolean).join(" "));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", woorden));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("").slice(0, 12);
}

const WOORDEN = {
  bron: "Dit is de brontekst. Verandert u hier iets, dan moeten ook de vertalingen worden nagelopen.",
  klein:
    "Dit is de brontekst. Door de codes bij Kleine verbetering van blijven ook vertalingen van eerdere teksten gelden. " +
    "Verandert u meer dan een tikfout? Maak dat veld dan leeg.",
  ontbreekt: "Nog niet vertaald.",
  verouderd: "Verouderd: het Nederlands is veranderd sinds deze vertaling.",
  concept: "Concept: past bij het Nederlands van nu, maar niemand heeft de vertaling nagekeken.",
  nagekeken: "Nagekeken: past bij het Nederlands van nu.",
};

/** The state of a translation, in the words of `fgp vertaling`; `nu` is the hash of the Dutch text of now. */
export function staat(vertaling, nederlands, nu) {
  if (!vertaling.vertaling_van) return "ontbreekt";
  const geldig = [nu, ...(nederlands.kleine_wijziging_van ?? [])];
  if (!geldig.includes(vertaling.vertaling_van)) return "verouderd";
  return vertaling.status === "nagekeken" ? "nagekeken" : "concept";
}

/** Sveltia gives the text of the column itself as `data`, and those of the other languages beside it. */
export function teksten(entry) {
  const { data = {}, i18n = {} } = entry?.toJS() ?? {};
  return { eigen: data, nederlands: i18n.nl?.data ?? data, isNederlands: !i18n.nl };
}

export const Vertaalstaat = window.createClass({
  getInitialState() {
    return { nu: undefined };
  },
  componentDidMount() {
    this.reken();
  },
  componentDidUpdate() {
    this.reken();
  },
  async reken() {
    const nu = await tekstHash(String(teksten(this.props.entry).nederlands.body ?? ""));
    if (nu !== this.state.nu) this.setState({ nu });
    // Wie een vertaling begint, vertaalt het Nederlands van nu.
    const { eigen, isNederlands } = teksten(this.props.entry);
    if (!isNederlands && !this.props.value && eigen.body) this.props.onChange(nu);
  },
  render() {
    const { value, forID, onChange, entry } = this.props;
    const { nu } = this.state;
    const { eigen, nederlands, isNederlands } = teksten(entry);
    const bron = nederlands.kleine_wijziging_van?.length ? "klein" : "bron";
    const soort = isNederlands ? bron : staat({ ...eigen, vertaling_van: value }, nederlands, nu);
    const knop = h("button", { type: "button", onClick: () => onChange(nu) }, "De vertaling past nu bij het Nederlands");
    const kan = nu && soort === "verouderd";
    return h(
      "div",
      { className: `vertaalstaat vertaalstaat-${soort}`, id: forID, role: "status" },
      h("p", {}, nu ? WOORDEN[soort] : "…"),
      kan ? h("p", {}, knop) : null,
    );
  },
});
