import type { Directive, DirectiveInList } from '../../../../../contract';
import { joinedTitles } from '../../../../../vietnamese';
import type { OneDirectiveModel } from '../queries/directive';
import type { DirectiveModel } from '../queries/directive-columns';

/** The absolute address of a stored file. */
type FileAddress = (url: string) => string;

/** A directive as lists show it. */
export function finishDirectiveInList(model: DirectiveModel, locale: string, file: FileAddress): DirectiveInList {
  const { signer } = model;
  return {
    id: model.id,
    slug: model.slug,
    number: model.number,
    canonicalNumber: model.canonicalNumber,
    type: model.type || null,
    agency: model.agency,
    signer: signer && { name: signer.name, title: joinedTitles(signer.posts, locale) },
    issuedOn: model.issuedOn,
    effectiveOn: model.effectiveOn,
    expiresOn: model.expiresOn,
    abstract: model.abstract,
    status: model.status,
    files: model.files.map((one) => ({ ...one, url: file(one.url) })),
  };
}

/** One directive, whole. */
export function finishDirective(model: NonNullable<OneDirectiveModel>, locale: string, file: FileAddress): Directive {
  const { orderDeadline: deadline, orderAgency: agency } = model;
  return {
    ...finishDirectiveInList(model, locale, file),
    fields: linesOf(model.fields),
    recipients: linesOf(model.recipients),
    order: deadline || agency ? { deadline, agency } : null,
    replaces: model.replaces,
    replacedBy: model.replacedBy,
    amends: model.amends,
    amendedBy: model.amendedBy,
  };
}

const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
