import type { RulePreview } from '../../api/rule-preview';
import { oneSentence, previewSentences } from './preview-sentences';

const none: RulePreview = {
  arriving: 0,
  leaving: 0,
  staying: 0,
  bookings: 0,
  overLimit: 0,
  own: 0,
  ordered: true,
};

const keys = (preview: Partial<RulePreview>, allowed: boolean, changed = true, dates = false) =>
  previewSentences({ ...none, ...preview }, allowed, changed, dates).map(({ key }) => key);

describe('what is said before a rule is saved', () => {
  it('counts what is sent', () => {
    expect(previewSentences({ ...none, arriving: 24 }, true, true, false)).toEqual([
      { key: 'preview.arriving', values: { count: 24 } },
    ]);
  });

  it('counts what leaves, and the bookings that stay valid', () => {
    expect(previewSentences({ ...none, leaving: 24, bookings: 3 }, false, true, false)).toEqual([
      { key: 'preview.leaving', values: { count: 24, bookings: 3 } },
    ]);
  });

  it('tells a change of what is offered from what is offered as it is', () => {
    expect(keys({ staying: 2 }, true, true)).toEqual(['preview.changing']);
    expect(keys({ staying: 2 }, true, false)).toEqual(['preview.offered']);
  });

  it('says that there is nothing to send', () => {
    expect(keys({}, true)).toEqual(['preview.nothing']);
    expect(keys({}, false)).toEqual([]);
  });

  it('says that appointments of changed dates come on top of those that are counted', () => {
    expect(keys({ arriving: 2 }, true, true, true)).toEqual([
      'preview.arriving',
      'preview.newDatesSent',
    ]);
    expect(keys({}, true, true, true)).toEqual(['preview.newDatesSent']);
    expect(keys({}, false, false, true)).toEqual(['preview.newDates']);
  });

  it('adds what stays as it is', () => {
    expect(keys({ staying: 5, overLimit: 1, own: 2 }, true)).toEqual([
      'preview.changing',
      'preview.overLimit',
      'preview.own',
    ]);
  });
});

describe('what is said of one appointment', () => {
  const said = (preview: Partial<RulePreview>, changed: boolean) =>
    oneSentence({ ...none, ...preview }, changed);

  it('is whether it is sent, leaves, changes or is offered', () => {
    expect(said({ arriving: 1 }, true)).toEqual([{ key: 'preview.oneArriving' }]);
    expect(said({ leaving: 1, bookings: 3 }, true)).toEqual([
      { key: 'preview.oneLeaving', values: { bookings: 3 } },
    ]);
    expect(said({ staying: 1 }, true)).toEqual([{ key: 'preview.oneChanging' }]);
    expect(said({ staying: 1 }, false)).toEqual([{ key: 'preview.oneOffered' }]);
  });

  it('is nothing for one that is over or cancelled', () => {
    expect(said({}, true)).toEqual([]);
  });
});
