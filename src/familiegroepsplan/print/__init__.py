"""Print: flyers, cards, posters and the form, set by Typst from the same blocks as the site.

What goes where, in the order of the work:

- `flyer`: a flyer as its maker wrote it (content/flyers/<flyer>/flyer.yml beside <flyer>.typ);
- `nodes`: the Markdown of a block as nodes (paragraphs, lists, headings, bold, links), so that text
  reaches Typst as data and never as markup;
- `qr`: the QR code of an address, as SVG;
- `beeld`: the logos of gemeente and provider, as SVG, and whether they are sharp enough;
- `data`: all that one flyer says in one language for one gemeente, as plain data (JSON);
- `letters`: the fonts, which come with packages and never from the system;
- `compile`: Typst: data and template in; a tagged PDF (PDF/UA-1 and PDF/A-2a) or pictures out;
- `verf`: the colours of a flyer, put in after it was set, so that what is laid out for one gemeente serves the next;
- `folder`: one file to make, with its cache; `making`: many of them, over processes, in the order in which that is so;
- `codes`: the messages of all of this.

What a file looks like is Typst: content/flyers/_huis/ holds the house style, each flyer its own layout.
What is done to a finished PDF is a function from bytes to bytes, and never touches text:

- `velden`: the marked boxes of a form become fields;
- `inkt`, `drukkleur`, `pers`: a colour as ink, every colour of a file as ink, and a file for the press;
- `kantoor`: the variant for the office printer; `drukinstructie`: the note for the printer;
- `soorten`: these as kinds of files to make.
"""
