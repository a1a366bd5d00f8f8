// What a row says of the home.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Values;
using Hearth.People.Public;

namespace Hearth.People.Import.Rows;

internal static class HomeReader
{
    /// <summary>The home; null where nothing tells which it is.</summary>
    public static ImportedHome? Read(Cells row, List<string> leftOut)
    {
        var lines = AddressLines(row);
        var postcode = Postcode(row, ref lines);
        var address = lines.Count == 0 ? null : string.Join('\n', lines);
        var reference = row.Line(ImportField.HomeReference) ?? row.Line(ImportField.Uprn);
        if (reference is null && address is not null && postcode is not null)
        {
            // without a reference of its own a home is known by where it stands
            reference = $"{postcode} {Fold.Key(lines[0])}";
        }
        if (reference is null)
        {
            return null;
        }
        return new ImportedHome
        {
            Reference = reference,
            Address = address,
            Postcode = postcode,
            Ward = row.Line(ImportField.Ward),
            Neighbourhood = row.Line(ImportField.Neighbourhood),
            Patch = row.Line(ImportField.Patch),
            Locality = Area(row, leftOut),
            Kind = Kind(row, leftOut),
            Officer = Officer(row, leftOut),
        };
    }

    private static List<string> AddressLines(Cells row)
    {
        var cells = row.All(ImportField.Address).ToList();
        // a house number in a column of its own belongs before the street
        if (cells.Count > 1 && cells[0].Length <= 5 && char.IsAsciiDigit(cells[0][0]))
        {
            cells = [$"{cells[0]} {cells[1]}", .. cells.Skip(2)];
        }
        return
        [
            .. cells
                .SelectMany(cell => cell.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Where(line => !CodeWords.IsBlank(line))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static string? Postcode(Cells row, ref List<string> lines)
    {
        if (row.Known(ImportField.Postcode) is { } text)
        {
            if (!Values.Postcode.TryNormalise(text, out var postcode))
            {
                throw new SetAside($"The postcode “{text}” is not a UK postcode, such as OB4 2QR");
            }
            if (lines.Count > 1 && Values.Postcode.TryNormalise(lines[^1], out var said) && said == postcode)
            {
                lines.RemoveAt(lines.Count - 1);
            }
            return postcode;
        }
        if (lines.Count > 0 && Values.Postcode.TryTakeFromEnd(lines[^1], out var rest, out var found))
        {
            lines = rest.Length == 0 ? lines[..^1] : [.. lines[..^1], rest];
            return found;
        }
        return null;
    }

    private static Locality? Area(Cells row, List<string> leftOut)
    {
        if (row.Known(ImportField.Locality) is not { } text)
        {
            return null;
        }
        var area = CodeWords.Area(text);
        if (area is null)
        {
            leftOut.Add($"“{text}” is neither city nor rural. Counted as not known");
        }
        return area;
    }

    private static HomeKind? Kind(Cells row, List<string> leftOut)
    {
        if (row.Known(ImportField.HomeKind) is not { } text)
        {
            return null;
        }
        var kind = CodeWords.Kind(text);
        if (kind is null)
        {
            leftOut.Add($"“{text}” is no kind of home, such as house or flat. Counted as not known");
        }
        return kind;
    }

    private static ImportedOfficer? Officer(Cells row, List<string> leftOut)
    {
        var name = row.Line(ImportField.OfficerName);
        var phoneText = row.Known(ImportField.OfficerPhone);
        var emailText = row.Known(ImportField.OfficerEmail);
        var languages = row.Line(ImportField.OfficerLanguages);
        string? phone = null;
        string? email = null;
        if (phoneText is not null && !PhoneNumber.TryRead(phoneText, out phone))
        {
            leftOut.Add($"The housing officer’s telephone number “{phoneText}” is not one that can be rung");
            phone = null;
        }
        if (emailText is not null && !EmailAddress.TryRead(emailText, out email))
        {
            leftOut.Add($"The housing officer’s e-mail address “{emailText}” is not one that can be written to");
            email = null;
        }
        return name is null && phone is null && email is null && languages is null ? null : new(name, phone, email, languages);
    }
}
