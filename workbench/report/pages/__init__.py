"""A written Word file laid out as pages: what stands where when it prints, without Word.

``laying.Layout`` is the door. ``page`` says what comes out; ``typefaces`` and ``measuring`` how
wide words are; ``document``, ``looks``, ``labels``, ``sections`` and ``table_styles`` what the file
says of its paragraphs; ``inline``, ``breaking`` and ``tables`` make lines and rows of them;
``filling`` puts these on pages, with ``taking`` for rows and ``bands`` for columns; ``sheets``
and ``painting`` say what is to be seen there.
"""
