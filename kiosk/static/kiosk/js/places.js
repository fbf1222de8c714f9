// Where the visitor is: a stack of places, each a route with all that makes up the view.
//
// A place is plain data ({route, key, page, section, picture, zoom, scroll}), so that it
// survives a change of language exactly. Nothing of it is in the browser's own history.

const MOST_KEPT = 50;

export function createPlaces(first) {
  let stack = [first];

  return {
    get current() { return stack.at(-1); },
    get depth() { return stack.length; },
    /** Opens another place; Back leads to this one. */
    open(place) { stack = [...stack.slice(-MOST_KEPT), place]; },
    /** Changes something of this place. */
    change(facts) { stack = [...stack.slice(0, -1), { ...stack.at(-1), ...facts }]; },
    /** Leaves this place; false if it is the first. */
    leave() {
      if (stack.length < 2) return false;
      stack = stack.slice(0, -1);
      return true;
    },
    /** Forgets every place but these. */
    start(...places) { stack = places; },
  };
}
