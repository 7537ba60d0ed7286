/** Stands in for what the form library can load and this form does not use: its other validator, and Markdown. */
export default {};
export const Markdown = () => null;
