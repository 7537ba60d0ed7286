// Welk onderdeel van een lijst was er al: eerst wat precies gelijk bleef, dan wat dezelfde naam heeft, dan wat op
// dezelfde plek staat.

/** For each new item the index of the old one it came from, or -1. Matched items keep their order. */
export function koppel(oud, nieuw, gelijk) {
  const bij = zelfdeRij(oud, nieuw, gelijk);
  for (const past of [zelfdeNaam, () => true]) {
    let vanaf = 0;
    nieuw.forEach((item, j) => {
      if (bij[j] >= 0) {
        vanaf = bij[j] + 1;
        return;
      }
      const tot = bij.slice(j + 1).find((i) => i >= 0) ?? oud.length;
      const blijft = nieuw.some((one) => past !== zelfdeNaam && gelijk(one, item) && one !== item);
      for (let i = vanaf; i < tot && !blijft; i += 1) {
        const elders = oud.some((one) => past !== zelfdeNaam && gelijk(one, item));
        if (!elders && past(oud[i], item)) {
          bij[j] = i;
          vanaf = i + 1;
          return;
        }
      }
    });
  }
  return bij;
}

function zelfdeNaam(a, b) {
  const sleutel = ["naam", "sleutel", "begrip", "nummer"].find((one) => a?.[one] !== undefined);
  return sleutel !== undefined && typeof a[sleutel] === "string" && a[sleutel] === b?.[sleutel];
}

/** The longest row of items that are equal in both, in order. */
function zelfdeRij(oud, nieuw, gelijk) {
  const lengte = Array.from({ length: oud.length + 1 }, () => new Array(nieuw.length + 1).fill(0));
  const zelfde = oud.map((a) => nieuw.map((b) => gelijk(a, b)));
  for (let i = oud.length - 1; i >= 0; i -= 1) {
    for (let j = nieuw.length - 1; j >= 0; j -= 1) {
      lengte[i][j] = zelfde[i][j] ? lengte[i + 1][j + 1] + 1 : Math.max(lengte[i + 1][j], lengte[i][j + 1]);
    }
  }
  const bij = new Array(nieuw.length).fill(-1);
  for (let i = 0, j = 0; i < oud.length && j < nieuw.length; ) {
    if (zelfde[i][j]) bij[j++] = i++;
    else if (lengte[i + 1][j] >= lengte[i][j + 1]) i += 1;
    else j += 1;
  }
  return bij;
}
