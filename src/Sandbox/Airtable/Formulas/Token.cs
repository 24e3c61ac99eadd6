namespace MyCavoodle.Sandbox.Airtable.Formulas;

enum TokenKind { Number, Text, Field, Name, Sign, End }

/// <summary>A word of a formula and where it stands.</summary>
readonly record struct Token(TokenKind Kind, string Text, int Start, int End);
