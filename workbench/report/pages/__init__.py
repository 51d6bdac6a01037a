"""A written Word file laid out as pages: what stands where when it prints, without Word.

``laying.Layout`` is the door. ``page`` says what comes out; ``measuring`` how wide words are;
``looks``, ``labels`` and ``sections`` what the file says of its paragraphs; ``inline``,
``breaking`` and ``tables`` make lines and rows of them; ``filling`` puts these on pages;
``painting`` says what is to be seen there.
"""
