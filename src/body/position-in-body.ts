const NUMBERED = new Map([
  ['tableRow', 'hàng'],
  ['tableCell', 'ô'],
  ['tableHeader', 'ô'],
  ['listItem', 'mục'],
]);

const NAMED = new Map([
  ['paragraph', 'đoạn văn'],
  ['heading', 'tiêu đề'],
  ['bulletList', 'danh sách'],
  ['orderedList', 'danh sách'],
  ['blockquote', 'trích dẫn'],
  ['table', 'bảng'],
  ['figure', 'hình ảnh'],
  ['horizontalRule', 'đường kẻ ngang'],
  ['link', 'liên kết'],
]);

const child = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;

/**
 * Where in a body a path of keys leads, as an editor would say it: `khối 3 › bảng › hàng 2 › ô 1`. The value may be
 * of any shape; what has no name of its own is left out.
 */
export function positionInBody(value: unknown, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let here = value;
  path.forEach((key, index) => {
    here = child(here, key);
    if (typeof key !== 'number') return;
    if (index === 1) names.push(`khối ${key + 1}`);
    const type = child(here, 'type');
    if (typeof type !== 'string') return;
    const numbered = NUMBERED.get(type);
    const name = numbered ? `${numbered} ${key + 1}` : NAMED.get(type);
    if (name) names.push(name);
  });
  return names.join(' › ');
}
