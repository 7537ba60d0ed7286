"""The texts of a municipality for everything that is not its site: a CMS, mail, letters, other systems.

`losblok` takes a block out of the site: plain HTML, Markdown and text, with the values of the municipality in it.
`api`, `feed`, `catalogus` and `insluiten` give these to other systems; `toolkit` is the product that writes it all.
"""
