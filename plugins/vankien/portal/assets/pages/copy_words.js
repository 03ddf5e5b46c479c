/* Copying without the clipboard API too (http:// on an intranet, file://, in-app browsers), and showing what was copied. */
(function () {
  "use strict";
  var draw = globalThis.vankien.draw;

  function byHand(words) {
    var area = draw.element("textarea", { class: "vk-unseen", "aria-hidden": "true", tabindex: "-1", readonly: true });
    var before = document.activeElement;
    area.value = words;
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, words.length);
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      done = false;
    }
    area.remove();
    if (before && before.focus) before.focus();
    return done;
  }

  /* A promise of true when `words` are on the clipboard. */
  draw.copyWords = function (words) {
    if (!navigator.clipboard || !window.isSecureContext) return Promise.resolve(byHand(words));
    return navigator.clipboard.writeText(words).then(
      function () {
        return true;
      },
      function () {
        return byHand(words);
      },
    );
  };

  /* The public address of `path` (below the root): never a path on someone's disk when the portal has an address. */
  draw.publicAddress = function (path) {
    var site = document.body.dataset.site;
    return site ? site + path : new URL((document.body.dataset.root || "") + path, location.href).href;
  };

  /* Copies, then says so in `place`, with the words; where copying is refused the words stand there to be taken. */
  draw.copyAndSay = function (words, place) {
    return draw.copyWords(words).then(function (done) {
      place.replaceChildren(
        draw.element("span", { role: "status" }, [done ? "Đã sao chép: " : "Chọn và sao chép: "]),
        draw.element("output", { class: "vk-copied" }, [words]),
      );
      place.hidden = false;
      return done;
    });
  };
})();
