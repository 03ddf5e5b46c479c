/* Copies words to the clipboard, also where the clipboard interface is missing (http:// in an office network, file://). */
(function () {
  "use strict";
  var vankien = (globalThis.vankien = globalThis.vankien || {});

  function byHand(words) {
    var field = document.createElement("textarea");
    var focused = document.activeElement;
    field.value = words;
    field.readOnly = true;
    field.className = "vk-unseen";
    document.body.appendChild(field);
    field.focus({ preventScroll: true });
    field.setSelectionRange(0, words.length);
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    field.remove();
    if (focused && focused.focus) focused.focus({ preventScroll: true });
    return done;
  }

  /* A promise of true where the words are on the clipboard. */
  vankien.copy = function (words) {
    if (navigator.clipboard && globalThis.isSecureContext) {
      return navigator.clipboard.writeText(words).then(
        function () { return true; },
        function () { return byHand(words); }
      );
    }
    return Promise.resolve(byHand(words));
  };
})();
