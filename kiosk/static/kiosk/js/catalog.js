// The content as views ask for it: by slug, by family, by field, by company.

/** An index of the content, without products that have been withdrawn. */
export function indexContent(content, withdrawn = new Set()) {
  const products = content.products.filter((product) => !withdrawn.has(product.slug));
  const bySlug = new Map(products.map((product) => [product.slug, product]));
  const group = (key) => Map.groupBy(products, (product) => product[key]);
  const byField = group("field");
  const byFamily = group("family");
  const byVendor = group("vendor");
  const named = (slugs) => (slugs ?? []).map((slug) => bySlug.get(slug)).filter(Boolean);
  const fieldKeys = Object.keys(content.fields).filter((key) => byField.has(key));
  const familyKeys = Object.keys(content.families).filter((key) => byFamily.has(key));

  return {
    content,
    languages: content.languages,
    fieldKeys,
    familiesOf: (field) => familyKeys.filter((key) => byFamily.get(key).some((product) => product.field === field)),
    inField: (key) => byField.get(key) ?? [],
    inFamily: (key) => byFamily.get(key) ?? [],
    ofVendor: (slug) => byVendor.get(slug) ?? [],
    product: (slug) => bySlug.get(slug),
    featured: named(content.featured),
    attract: named(content.attract),
    related: (product) => named(product.related),
    picture: (key) => content.pictures?.[key],
    term: (kind, key) => content[kind]?.[key],
  };
}
