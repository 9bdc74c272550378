import { elementsOf, type XmlElement } from './xml.ts';

/**
 * Where a document departs from an XML schema, as far as schemas of this plain kind go: which elements stand in which,
 * which attributes they have, which must be there, and their patterns. Order and number of elements are not judged.
 */
export function departures(root: XmlElement, schema: XmlElement): string[] {
  const declared = new Map(
    schema.children
      .filter(({ name }) => name === 'xs:element')
      .map((element) => [element.attributes['name'] ?? '', element]),
  );
  const patterns = new Map(
    schema.children
      .filter(({ name }) => name === 'xs:simpleType')
      .map((type) => [type.attributes['name'], patternOf(type)]),
  );
  return elementsOf(root).flatMap(({ name, attributes, children }) => {
    const declaration = declared.get(name);
    if (declaration === undefined) return [`<${name}> is not declared.`];
    const inside = elementsOf(declaration);
    const allowed = inside.flatMap((one) => (one.name === 'xs:element' ? [one.attributes['ref']] : []));
    const known = inside.filter((one) => one.name === 'xs:attribute').map((one) => one.attributes);
    return [
      ...children
        .filter((child) => !allowed.includes(child.name))
        .map((child) => `<${child.name}> stands in <${name}>.`),
      ...Object.keys(attributes)
        .filter((key) => !known.some((one) => one['name'] === key))
        .map((key) => `<${name}> has the attribute ${key}.`),
      ...known
        .filter((one) => one['use'] === 'required' && attributes[one['name'] ?? ''] === undefined)
        .map((one) => `<${name}> lacks ${one['name'] ?? ''}.`),
      ...known
        .filter((one) => patterns.get(one['type'])?.test(attributes[one['name'] ?? ''] ?? '') === false)
        .map((one) => `<${name}> has a ${one['name'] ?? ''} that is none.`),
    ];
  });
}

function patternOf(type: XmlElement): RegExp {
  const pattern = elementsOf(type).find(({ name }) => name === 'xs:pattern')?.attributes['value'] ?? '.*';
  return new RegExp(`^(?:${pattern})$`, 'u');
}
