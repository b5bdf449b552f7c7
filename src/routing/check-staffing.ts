import { didYouMean } from '../source/nearest-name.ts';
import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';
import { serves, speaksLanguage } from './staffed-by.ts';

function unstaffed(
  id: string,
  at: DirectoryProblem['at'],
  who: string,
  data: DirectoryProblem['data'],
): DirectoryProblem {
  return {
    ruleId: 'unstaffed-queue',
    severity: 'warning',
    message: `Nobody is staffed ${who}, so nobody answers callers who wait there.`,
    help: 'Add an entry under "staffing", or remove what nobody can serve.',
    data: { queue: id, ...data },
    at,
    ...(at.length > 2 ? {} : { aim: 'key' as const }),
  };
}

/** Queues that nobody serves; else their skills and languages that nobody has. */
function findUnstaffed(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.queues).flatMap(([id, queue]) => {
    const people = directory.staffing.filter((entry) => serves(entry, id, queue));
    if (people.length === 0) return [unstaffed(id, ['queues', id], `for queue "${id}"`, {})];
    const skills = (queue.skills ?? []).flatMap((skill, index) =>
      people.some((entry) => (entry.skill ?? skill) === skill)
        ? []
        : [
            unstaffed(id, ['queues', id, 'skills', index], `for "${skill}" in queue "${id}"`, {
              skill,
            }),
          ],
    );
    const languages = (queue.languages ?? []).flatMap((language, index) =>
      people.some((entry) => speaksLanguage(entry.language ?? language, language))
        ? []
        : [
            unstaffed(
              id,
              ['queues', id, 'languages', index],
              `who speaks "${language}" in queue "${id}"`,
              { language },
            ),
          ],
    );
    return [...skills, ...languages];
  });
}

/** People whose skill or language no queue asks for: often a name that is spelt in two ways. */
function findUnasked(directory: Directory): readonly DirectoryProblem[] {
  const queues = new Map(Object.entries(directory.queues));
  const all = [...queues.values()];
  const everySkill = new Set(all.flatMap(({ skills = [] }) => skills));
  const everyLanguage = [...new Set(all.flatMap(({ languages = [] }) => languages))];
  const anyLanguageWillDo = all.some(({ languages }) => languages === undefined);

  return directory.staffing.flatMap((entry, index) => {
    const queue = entry.queue === undefined ? undefined : queues.get(entry.queue);
    if (entry.queue !== undefined && queue === undefined) return [];
    const skills = queue === undefined ? everySkill : new Set(queue.skills ?? []);
    const anyLanguage = queue === undefined ? anyLanguageWillDo : queue.languages === undefined;
    const languages = queue === undefined ? everyLanguage : (queue.languages ?? []);
    const asker =
      entry.queue === undefined ? 'no queue asks' : `queue "${entry.queue}" doesn't ask`;
    const problem = (
      field: 'skill' | 'language',
      name: string,
      hint: string,
    ): DirectoryProblem => ({
      ruleId: 'unasked-staffing',
      severity: 'warning',
      message: `These ${entry.heads} people are staffed for the ${field} "${name}", for which ${asker}, so it brings them no calls.${hint}`,
      help: `Give the ${field} to a queue, or correct its name here.`,
      data: { [field]: name },
      at: ['staffing', index, field],
    });
    const { skill, language } = entry;
    return [
      ...(skill === undefined || skills.has(skill)
        ? []
        : [problem('skill', skill, didYouMean(skill, skills))]),
      ...(language === undefined ||
      anyLanguage ||
      languages.some((asked) => speaksLanguage(asked, language))
        ? []
        : [problem('language', language, didYouMean(language, languages))]),
    ];
  });
}

/** What staffing and queues want of each other. Says nothing where no staffing is given. */
export function checkStaffing(directory: Directory): readonly DirectoryProblem[] {
  return directory.staffing.length === 0
    ? []
    : [...findUnstaffed(directory), ...findUnasked(directory)];
}
