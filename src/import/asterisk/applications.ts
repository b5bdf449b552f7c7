import {
  mapEndWhile,
  mapExec,
  mapExecIf,
  mapExecIfTime,
  mapExitWhile,
  mapGoto,
  mapGotoIf,
  mapGotoIfTime,
  mapWhile,
} from './map-jump.ts';
import { mapBackground, mapRead, mapWaitExten } from './map-listen.ts';
import {
  mapAuthenticate,
  mapDial,
  mapHangup,
  mapOther,
  mapOtherDial,
  mapOwnTask,
  mapPlayback,
  mapProgram,
  mapQueue,
  mapRecord,
  mapSay,
  mapSpeech,
  mapVoicemail,
} from './map-service.ts';
import { mapGosub, mapGosubIf, mapMacro, mapReturn } from './map-subroutine.ts';
import { mapOldSetting, mapSet } from './map-set.ts';
import { passOn, type ApplicationMapper } from './step-call.ts';

/** Applications that change nothing on the way of a call, or nothing that callers hear. */
const silent = [
  ...['answer', 'noop', 'verbose', 'log', 'wait', 'ringing', 'progress', 'proceeding', 'dumpchan'],
  ...['userevent', 'celgenuserevent', 'cdr', 'setcdruserfield', 'appendcdruserfield', 'nocdr'],
  ...[
    'resetcdr',
    'forkcdr',
    'setcallerpres',
    'setcallerid',
    'setcidname',
    'setcidnum',
    'setaccount',
  ],
  ...['setamaflags', 'setmusiconhold', 'startmusiconhold', 'stopmusiconhold', 'playtones'],
  ...['stopplaytones', 'monitor', 'stopmonitor', 'pausemonitor', 'mixmonitor', 'stopmixmonitor'],
  ...['changemonitor', 'sipaddheader', 'sipremoveheader', 'senddtmf', 'sendtext', 'sendurl'],
  ...['queuelog', 'jabbersend', 'messagesend', 'stackpop', 'clearhash', 'importvar', 'nop'],
  ...['addqueuemember', 'removequeuemember', 'pausequeuemember', 'unpausequeuemember'],
  ...['lookupblacklist', 'lookupcidname', 'waitforsilence', 'waitfornoise'],
  ...['softhangup', 'originate', 'statsd', 'waituntil', 'zapateller', 'tonedetect', 'ices'],
] as const;

/** Applications by their names in small letters. */
const mappers: ReadonlyMap<string, ApplicationMapper> = new Map<string, ApplicationMapper>([
  ...silent.map((name): [string, ApplicationMapper] => [name, (call) => passOn(call)]),
  ['goto', mapGoto],
  ['gotoif', mapGotoIf],
  ['gotoiftime', mapGotoIfTime],
  ['execif', mapExecIf],
  ['execiftime', mapExecIfTime],
  ['exec', mapExec],
  ['tryexec', mapExec],
  ['gosub', mapGosub],
  ['gosubif', mapGosubIf],
  ['return', mapReturn],
  ['macro', mapMacro],
  ['macroexit', mapReturn],
  ['while', mapWhile],
  ['endwhile', mapEndWhile],
  ['continuewhile', mapEndWhile],
  ['exitwhile', mapExitWhile],
  ['background', mapBackground],
  ['waitexten', mapWaitExten],
  ['read', mapRead],
  ['set', mapSet],
  ['setvar', mapSet],
  ['setglobalvar', mapSet],
  ['mset', mapSet],
  ['digittimeout', mapOldSetting('TIMEOUT(digit)')],
  ['responsetimeout', mapOldSetting('TIMEOUT(response)')],
  ['setlanguage', mapOldSetting('CHANNEL(language)')],
  ['playback', mapPlayback],
  ['controlplayback', mapPlayback],
  ['backgrounddetect', mapPlayback],
  ...['saydigits', 'saynumber', 'sayalpha', 'sayphonetic', 'sayunixtime', 'datetime'].map(
    (name): [string, ApplicationMapper] => [name, mapSay],
  ),
  ...['sayalphacase', 'saycounteddadj', 'saycountednoun', 'saycountpl'].map(
    (name): [string, ApplicationMapper] => [name, mapSay],
  ),
  ...['flite', 'festival', 'swift', 'picotts', 'espeak'].map(
    (name): [string, ApplicationMapper] => [name, mapSpeech],
  ),
  ['queue', mapQueue],
  ['dial', mapDial],
  ['retrydial', mapDial],
  ['followme', mapOtherDial],
  ['transfer', mapOtherDial],
  ['page', mapOtherDial],
  ['voicemail', mapVoicemail],
  ['minivmrecord', mapVoicemail],
  ['voicemailmain', mapOwnTask('voicemail-box')],
  ['record', mapRecord],
  ['authenticate', mapAuthenticate],
  ['vmauthenticate', mapAuthenticate],
  ...['agi', 'deadagi', 'eagi', 'fastagi', 'system', 'trysystem', 'curl', 'stasis'].map(
    (name): [string, ApplicationMapper] => [name, mapProgram],
  ),
  ['privacymanager', mapOwnTask('privacy-manager')],
  ['hangup', mapHangup],
  ['busy', mapHangup],
  ['congestion', mapHangup],
]);

/** What a step makes of a call. */
export const mapperOf = (application: string): ApplicationMapper =>
  mappers.get(application) ?? mapOther;
