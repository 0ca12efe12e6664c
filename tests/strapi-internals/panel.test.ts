import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  DELETE_ACTION,
  isPublishShortcut,
  isSaveShortcut,
  languageDeletion,
  PUBLISHING_ACTIONS,
  SAVING_ACTIONS,
} from '../../src/strapi-internals/panel/document-actions';
import { documentOfRequest } from '../../src/strapi-internals/panel/document-routes';
import { EDIT_LAYOUT_HOOK, LIST_COLUMNS_HOOK, LIST_FILTERS_HOOK } from '../../src/strapi-internals/panel/hooks';
import { MEDIA_LIBRARY_COMPONENT } from '../../src/strapi-internals/panel/media-library';
import { LANGUAGE_KEY, MEDIA_LIBRARY_NOTICE_KEY } from '../../src/strapi-internals/panel/preferences';
import { showFoundRelations } from '../../src/strapi-internals/panel/relation-options';
import { relationRow } from '../../src/strapi-internals/panel/relation-row';
import {
  apiErrorKey,
  fieldLabelKey,
  pluginDescriptionKey,
  pluginNameKey,
} from '../../src/strapi-internals/panel/translation-keys';
import { INITIAL_TITLE, TITLE_SUFFIX, titleWithName } from '../../src/strapi-internals/panel/window-title';

const PACKAGES = path.resolve(__dirname, '../../node_modules/@strapi');
const PANEL = 'admin/dist/admin/admin/src';

/** The code of the installed panel; the browser suite tries what these names do. */
const source = (file: string): string => readFileSync(path.join(PACKAGES, file), 'utf8');

describe('the admin panel', () => {
  it('runs these hooks over forms, filters and columns', async () => {
    const file = path.join(PACKAGES, 'content-manager/dist/admin/constants/hooks.js');
    const { HOOKS } = (await import(file)) as { HOOKS: Record<string, string> };
    expect(HOOKS).toMatchObject({
      MUTATE_EDIT_VIEW_LAYOUT: EDIT_LAYOUT_HOOK,
      INJECT_LIST_VIEW_FILTERS: LIST_FILTERS_HOOK,
      INJECT_COLUMN_IN_TABLE: LIST_COLUMNS_HOOK,
    });
  });

  it('gives these hooks layouts with the display name and metadata of the type, and without its UID', () => {
    const code = source('content-manager/dist/admin/hooks/useDocumentLayout.mjs');
    const returned = [
      ...code.matchAll(/return \{\n {8}layout: (?:panelledEditAttributes|listAttributes).*?\n {4}\};/gs),
    ];
    const parts = returned.map(([block]) => [...block.matchAll(/^ {8}(\w+):/gm)].map(([, name]) => name).sort());
    expect(parts).toEqual([
      ['components', 'layout', 'metadatas', 'options', 'settings'],
      ['layout', 'metadatas', 'options', 'settings'],
    ]);
    for (const [block] of returned) expect(block).toContain('displayName: schema?.info?.displayName');
  });

  it('looks labels of fields up by the UID of the type', () => {
    const key = fieldLabelKey('${modelUid}', '${name}');
    expect(source('content-manager/dist/admin/pages/EditView/components/FormLayout.mjs')).toContain(`\`${key}\``);
    expect(source('content-manager/dist/admin/pages/ListView/ListViewPage.mjs')).toContain(
      `\`${fieldLabelKey('${model}', '${header.name}')}\``,
    );
  });

  it('keeps a newly linked document in the form as a relation row is', () => {
    const code = source('content-manager/dist/admin/pages/EditView/components/FormInputs/Relations/Relations.mjs');
    const [, written = ''] = /const item = \{([\s\S]*?)\n {8}\};/.exec(code) ?? [];
    const row = relationRow('plugin::x.y', { id: 1, documentId: 'a', name: 'A' }, 0);
    for (const name of [...Object.keys(row), ...Object.keys(row.apiData)].filter((one) => one !== 'name')) {
      expect([name, new RegExp(`\\b${name}\\b`).test(written)]).toEqual([name, true]);
    }
  });

  it('passes what a layout says of a relation field on to its box, which otherwise leaves options out', () => {
    const code = source('content-manager/dist/admin/pages/EditView/components/FormInputs/Relations/Relations.mjs');
    const [, box = ''] = /jsx\(Combobox, \{([\s\S]*?)children: options/.exec(code) ?? [];
    expect(box.indexOf("filter: 'contains'")).toBeGreaterThan(0);
    expect(box.indexOf('...props')).toBeGreaterThan(box.indexOf("filter: 'contains'"));
    const field = { name: 'agency', type: 'relation' };
    Object.assign(globalThis, { location: { pathname: '/admin/content-manager/collection-types/plugin::x.y/create' } });
    const { layout } = showFoundRelations({ layout: { layout: [[[field, { name: 'title', type: 'string' }]]] } });
    expect(layout.layout).toEqual([
      [
        [
          { ...field, autocomplete: 'none', 'aria-autocomplete': 'list', onKeyUp: expect.any(Function) },
          { name: 'title', type: 'string' },
        ],
      ],
    ]);
  });

  it('looks the name and description of a plugin, and the text of an error, up by these keys', () => {
    const strings = source(`${PANEL}/translations/en.json.js`);
    expect(strings).toContain(`"${pluginNameKey('content-manager')}":`);
    expect(strings).toContain(`"${pluginDescriptionKey('content-manager')}":`);
    expect(source(`${PANEL}/utils/getPrefixedId.mjs`)).toContain(`\`${apiErrorKey('${message}')}\``);
  });

  it('lets files of any type be chosen for an upload, and of the replaced one’s type for a replacement', () => {
    const inputs = (file: string) =>
      source(`upload/dist/admin/components/${file}`)
        .match(/[^{}]*type: "file"[^{}]*/g)
        ?.map((text) => text.includes('accept:'));
    expect(inputs('UploadAssetDialog/AddAssetStep/FromComputerForm.mjs')).toEqual([false]);
    expect(inputs('EditAssetDialog/ReplaceMediaButton.mjs')).toEqual([true]);
  });

  it('sends new files by XMLHttpRequest, to the routes to which headers are added', () => {
    expect(source('upload/dist/admin/future/services/uploadFileViaXHR.mjs')).toContain(`xhr.open('POST', url)`);
    expect(source('upload/dist/admin/hooks/useUpload.mjs')).toContain(
      'uploadFileViaXHR(`${window.strapi.backendURL}${endpoint}`',
    );
    expect(source('upload/dist/admin/future/services/api.mjs')).toMatch(/\/upload\/files`/);
  });

  it('keeps the language, and that the notice of the media library was closed, in these items', () => {
    expect(source(`${PANEL}/reducer.mjs`)).toContain(`'${LANGUAGE_KEY}'`);
    const [notice = '', uuid = ''] = MEDIA_LIBRARY_NOTICE_KEY.split(':');
    expect(source(`${PANEL}/components/MediaLibraryBanner.mjs`)).toContain(
      `\`${notice.replace(/false$/, '${isLegacyMediaLibrary}')}\``,
    );
    expect(source(`${PANEL}/hooks/usePersistentState.mjs`)).toContain('`${key}:${uuid}`');
    const manifest = path.resolve(PACKAGES, '../../package.json');
    expect(String(JSON.parse(readFileSync(manifest, 'utf8')).strapi.uuid)).toBe(uuid);
  });

  it('has the dialog of the media library among its components, with these properties', () => {
    expect(source('upload/dist/admin/index.mjs')).toMatch(
      new RegExp(`addComponents\\(\\[\\s*\\{\\s*name: '${MEDIA_LIBRARY_COMPONENT}',`),
    );
    expect(source('upload/dist/admin/components/MediaLibraryDialog/MediaLibraryDialog.mjs')).toMatch(
      /MediaLibraryDialog = \(\{ onClose, onSelectAssets, allowedTypes = \[\s*'files',\s*'images',\s*'videos',\s*'audios'\s*\], multiple = true,/,
    );
  });

  it('writes its own name into the title of the window', () => {
    expect(source('admin/dist/admin/src/components/DefaultDocument.js')).toContain(`"${INITIAL_TITLE}"`);
    expect(source(`${PANEL}/components/PageHelpers.mjs`)).toContain(`\`\${title}${TITLE_SUFFIX}\``);
    expect(titleWithName(INITIAL_TITLE, 'Tòa soạn')).toBe('Tòa soạn');
    expect(titleWithName(`Bài viết${TITLE_SUFFIX}`, 'Tòa soạn')).toBe('Bài viết | Tòa soạn');
    expect(titleWithName('Bài viết | Tòa soạn', 'Tòa soạn')).toBe('Bài viết | Tòa soạn');
  });

  it('publishes and discards documents at these addresses, and reads and saves them at the same without an action', () => {
    const code = source('content-manager/dist/admin/services/documents.mjs');
    const request = (address: string) => {
      expect(code).toContain(`\`${address}`);
      const values: Record<string, string> = {
        collectionType: 'collection-types',
        model: 'api::page.page',
        documentId: 'abc',
      };
      return documentOfRequest(address.replace(/\$\{(\w+)\}/g, (_all, name: string) => values[name]!));
    };
    const [type, base] = ['api::page.page', '/content-manager/${collectionType}/${model}'];
    expect(request(`${base}/\${documentId}/actions/publish`)).toEqual({ type, id: 'abc', action: 'publish' });
    expect(request(`${base}/\${documentId}/actions/discard`)).toEqual({ type, id: 'abc', action: 'discard' });
    expect(request(`${base}/actions/publish`)).toEqual({ type, id: undefined, action: 'publish' });
    expect(code).toContain(`${base}\${documentId && collectionType !== SINGLE_TYPES ? \`/\${documentId}\` : ''}\``);
    expect(documentOfRequest(`/content-manager/collection-types/${type}/abc?locale=vi`)).toEqual({ type, id: 'abc' });
    expect(documentOfRequest(`/content-manager/collection-types/${type}/abc/actions/countDraftRelations`)).toBeNull();
    expect(documentOfRequest('/upload/files')).toBeNull();
    expect(documentOfRequest(`/content-manager/single-types/${type}?locale=vi`)).toEqual({ type, id: undefined });
    expect(documentOfRequest(`/content-manager/single-types/${type}/actions/countDraftRelations`)).toBeNull();
  });

  it('saves and publishes by two actions, keeps a dialog closed for a true answer, and listens on the window', () => {
    const code = source('content-manager/dist/admin/pages/EditView/components/DocumentActions.mjs');
    const saving = [...code.matchAll(/await (?:publish|update)\(\{\n/g)];
    expect(saving).toHaveLength(2);
    const types = [...code.matchAll(/^(\w+)Action\.type = '(\w+)';/gm)].map(([, name, type]) => [name, type]);
    expect(types.filter(([, type]) => SAVING_ACTIONS.includes(type!))).toEqual([
      ['Publish', 'publish'],
      ['Update', 'update'],
    ]);
    expect(code).toContain('const muteDialog = await onClick(e);\n            if (dialog && !muteDialog) {');
    expect(code.match(/window\.addEventListener\('keydown', handleKeyDown\);/g)).toHaveLength(2);
  });

  it('deletes by one action of this type, in all languages, once a dialog is confirmed, and shows a modal’s content', () => {
    const code = source('content-manager/dist/admin/pages/EditView/components/Header.mjs');
    const [body = ''] = /const DeleteAction = [\s\S]*?\n};\n/.exec(code) ?? [];
    expect(body).toMatch(/dialog: \{\s*type: 'dialog',[\s\S]*onConfirm: async[\s\S]*locale: '\*'/);
    expect(code).toContain(`DeleteAction.type = '${DELETE_ACTION}';`);
    expect(source('content-manager/dist/admin/pages/EditView/components/DocumentActions.mjs')).toMatch(
      /typeof Content === 'function' \? \/\*#__PURE__\*\/ jsx\(Content, \{\s*onClose: handleClose/,
    );
  });

  it('deletes one language by an action without a type, which stands before the other, and several by the same type', () => {
    expect(source('i18n/dist/admin/index.mjs')).toMatch(
      /indexOfDeleteAction = actions\.findIndex\(\(action\)=>action\.type === 'delete'\);\s+actions\.splice\(indexOfDeleteAction, 0, DeleteLocaleAction\)/,
    );
    expect(source('i18n/dist/admin/components/CMHeaderActions.mjs')).not.toContain('DeleteLocaleAction.type');
    const [ofLanguage, ofAll] = [{}, { type: DELETE_ACTION }];
    expect(languageDeletion([{ type: 'edit' }, ofLanguage, ofAll])).toBe(ofLanguage);
    expect(languageDeletion([{ type: 'edit' }, ofAll])).toBeUndefined();
    const bulk = source('content-manager/dist/admin/pages/ListView/components/BulkActions/Actions.mjs');
    expect(bulk).toContain(`DeleteAction.type = '${DELETE_ACTION}';`);
  });

  it('publishes and unpublishes by two actions, which it shows disabled to people who may not', () => {
    const code = source('content-manager/dist/admin/pages/EditView/components/DocumentActions.mjs');
    const types = [...code.matchAll(/^\w+Action\.type = '(\w+)';/gm)].map(([, type]) => type!);
    expect(types.filter((type) => PUBLISHING_ACTIONS.includes(type))).toEqual(['publish', 'unpublish']);
    expect(code.match(/!canPublish\b/g)).toHaveLength(2);
  });

  it('saves and publishes by these keys', async () => {
    const file = path.join(PACKAGES, 'content-manager/dist/admin/pages/EditView/utils/keyboardShortcuts.js');
    type Shortcut = (event: KeyboardEvent) => 'save' | 'publish' | null;
    const { getEditViewShortcut } = (await import(file)) as { getEditViewShortcut: Shortcut };
    const flags = [false, true];
    for (const key of ['Enter', 's', 'S', 'p', 'Escape']) {
      for (const [ctrlKey, metaKey, shiftKey] of flags.flatMap((c) =>
        flags.flatMap((m) => flags.map((s) => [c, m, s])),
      )) {
        const event = { key, ctrlKey, metaKey, shiftKey } as KeyboardEvent;
        const shortcut = !isSaveShortcut(event) ? null : isPublishShortcut(event) ? 'publish' : 'save';
        expect([event, shortcut]).toEqual([event, getEditViewShortcut(event)]);
      }
    }
  });
});
