import { agencyReference, type AgencyReference } from './agency-reference';

type TitleModel = { title: string; titleEn: string; kind: string };

export type FileModel = { url: string; name: string; mime: string; size: number; pages: number | null };

export type DirectiveModel = {
  id: string;
  slug: string;
  number: string;
  canonicalNumber: string;
  type: string | null;
  agency: AgencyReference;
  signer: { name: string; posts: TitleModel[] } | null;
  issuedOn: string;
  effectiveOn: string | null;
  expiresOn: string | null;
  abstract: string;
  status: 'notYetInForce' | 'inForce' | 'expired' | 'replaced' | 'withdrawn';
  files: FileModel[];
};

/** The files of a row `d`, in their order. Sizes are in bytes. */
export const files = `coalesce((
  SELECT json_agg(json_build_object('url', file.url, 'name', file.name, 'mime', file.mime,
      'size', round(file.size * 1000), 'pages', file.pages) ORDER BY link."order", file.id)
    FROM files_related_mph link JOIN files file ON file.id = link.file_id
   WHERE link.related_id = d.id AND link.related_type = 'plugin::public-record.directive' AND link.field = 'files'), '[]')`;

/** Who signed, with the posts held on the day of issue, by rank. */
const signer = `(
  SELECT json_build_object('name', official.name, 'posts', coalesce((
      SELECT json_agg(json_build_object('title', post.title, 'titleEn', post.title_en, 'kind', post.kind)
             ORDER BY post.rank, post.position_ref)
        FROM directory.posts_held(official.id, d.issued_on) post), '[]'))
    FROM officials official WHERE official.id = d.signer_ref)`;

/** The columns of a directive in a list, as arguments of json_build_object, for a row `d` of `directives`. */
export const directiveColumns = `
  'id', d.document_id, 'slug', d.slug, 'number', d.number, 'canonicalNumber', d.canonical_number, 'type', d.type,
  'agency', ${agencyReference('d.agency_ref', 'd.issued_on')},
  'signer', ${signer},
  'issuedOn', d.issued_on, 'effectiveOn', d.effective_on, 'expiresOn', d.expires_on, 'abstract', d.abstract,
  'status', public_record.directive_status(d, public_record.today()),
  'files', ${files}`;
