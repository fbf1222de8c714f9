// The language of the moment: which side of every pair of words is shown.

/** Words in the current language; `setLanguage` changes it for everything drawn afterwards. */
export function createWords(catalog, startCode) {
  let code = startCode;
  const language = (wanted = code) => catalog.languages.find((found) => found.code === wanted);

  return {
    get code() { return code; },
    get language() { return language(); },
    get languages() { return catalog.languages; },
    setLanguage(wanted) {
      code = wanted;
      document.documentElement.lang = language().html_lang;
      document.title = catalog.content.ui[code].center;
    },
    /** What the interface says, with `{name}` filled in. */
    ui: (key, values = {}, wanted = code) =>
      catalog.content.ui[wanted][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
    /** One side of a pair of words: a string, or {text, lang} where the language differs. */
    of: (pair, wanted = code) => pair?.[wanted],
    /** The same as plain text, for attributes. */
    plain: (pair, wanted = code) => pair?.[wanted]?.text ?? pair?.[wanted] ?? "",
    /** The HTML lang of one side. */
    langOf: (pair, wanted = code) => pair?.[wanted]?.lang ?? language(wanted).html_lang,
    /** Replaces the content that everything above reads. */
    use(newer) { catalog = newer; },
  };
}
