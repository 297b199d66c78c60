"""What DUO's answers look like on the wire, one module per topic; each tells it in our words.

Read strictly (a number is no text, a day is YYYY-MM-DD), and widely: fields that came later are
kept, words that came later too, and null is the same as left out where a field may be left out.
"""
