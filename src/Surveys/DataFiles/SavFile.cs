// Writes an SPSS system file (.sav), uncompressed, little-endian, UTF-8, by the layout that the PSPP developers' guide publishes ("System File Format").
using System.Globalization;
using System.Text;

namespace Hearth.Surveys.DataFiles;

internal static class SavFile
{
    /// <summary>Stands for no value: the smallest double, as SPSS and PSPP have it.</summary>
    public const double SystemMissing = -double.MaxValue;

    private const int LongestVariableLabel = 255;
    private const int LongestValueLabel = 120;

    /// <summary>The file.</summary>
    /// <param name="data">Variables and rows.</param>
    /// <param name="at">When it was made.</param>
    public static byte[] Of(DataSet data, DateTimeOffset at)
    {
        var stream = new MemoryStream();
        using var file = new BinaryWriter(stream);
        Header(file, data, at);
        foreach (var (number, variable) in data.Variables.Index())
        {
            Variable(file, variable, number);
        }
        foreach (var (number, variable) in data.Variables.Index().Where(v => v.Item.Values.Count > 0))
        {
            ValueLabels(file, variable, number);
        }
        Extensions(file, data);
        file.Write(999);
        file.Write(0);
        for (var row = 0; row < data.Rows; row++)
        {
            foreach (var variable in data.Variables)
            {
                file.Write(variable.Rows[row] is { } value ? ValueOf(variable, value) : SystemMissing);
            }
        }
        file.Flush();
        return stream.ToArray();
    }

    private static void Header(BinaryWriter file, DataSet data, DateTimeOffset at)
    {
        var weight = data.Variables.Index().Where(v => v.Item.Kind == VariableKind.Weight).Select(v => v.Index + 1).FirstOrDefault();
        file.Write("$FL2"u8);
        file.Write(Padded("@(#) SPSS DATA FILE Hearth", 60));
        file.Write(2);
        file.Write(data.Variables.Count);
        file.Write(0);
        file.Write(weight);
        file.Write(data.Rows);
        file.Write(100.0);
        file.Write(Padded(at.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9));
        file.Write(Padded(at.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 8));
        file.Write(Padded(data.Title, 64));
        file.Write(new byte[3]);
    }

    private static void Variable(BinaryWriter file, DataVariable variable, int number)
    {
        file.Write(2);
        file.Write(0);
        file.Write(1);
        // no more than three single values can be missing
        var missing = variable.Missing.Take(3).ToList();
        file.Write(missing.Count);
        var format = Format(variable);
        file.Write(format);
        file.Write(format);
        file.Write(Padded(ShortName(number), 8));
        var label = Cut(variable.Label, LongestVariableLabel);
        file.Write(label.Length);
        file.Write(label);
        file.Write(new byte[Fill(label.Length, 4)]);
        missing.ForEach(value => file.Write((double)value));
    }

    private static void ValueLabels(BinaryWriter file, DataVariable variable, int number)
    {
        file.Write(3);
        file.Write(variable.Values.Count);
        foreach (var (value, words) in variable.Values)
        {
            var label = Cut(words, LongestValueLabel);
            file.Write((double)value);
            file.Write((byte)label.Length);
            file.Write(label);
            file.Write(new byte[Fill(label.Length + 1, 8)]);
        }
        file.Write(4);
        file.Write(1);
        file.Write(number + 1);
    }

    private static void Extensions(BinaryWriter file, DataSet data)
    {
        // machine: version 1.0.0, any machine, IEEE 754, no compression, little-endian, UTF-8
        Extension(file, 3, 4, [.. new[] { 1, 0, 0, -1, 1, 1, 2, 65001 }.SelectMany(BitConverter.GetBytes)]);
        Extension(
            file,
            4,
            8,
            [.. new[] { SystemMissing, double.MaxValue, Math.BitIncrement(SystemMissing) }.SelectMany(BitConverter.GetBytes)]
        );
        // what was chosen of several, as one set: name, counted value, label, variables
        var sets = new StringBuilder();
        foreach (var set in data.Variables.Index().Where(v => v.Item.Set is not null).GroupBy(v => v.Item.Set!))
        {
            var label = Encoding.UTF8.GetString(Cut(set.First().Item.SetLabel ?? set.Key, LongestVariableLabel));
            sets.Append(CultureInfo.InvariantCulture, $"${set.Key}=D1 1 {Encoding.UTF8.GetByteCount(label)} {label} ")
                .AppendJoin(' ', set.Select(v => ShortName(v.Index).ToLowerInvariant()))
                .Append('\n');
        }
        if (sets.Length > 0)
        {
            Extension(file, 7, 1, Encoding.UTF8.GetBytes(sets.ToString()));
        }
        // measure (1 names, 2 order, 3 numbers), width, right-aligned
        Extension(
            file,
            11,
            4,
            [.. data.Variables.SelectMany(variable => new[] { Measure(variable), 8, 1 }).SelectMany(BitConverter.GetBytes)]
        );
        Extension(
            file,
            13,
            1,
            Encoding.UTF8.GetBytes(string.Join('\t', data.Variables.Select((variable, number) => $"{ShortName(number)}={variable.Name}")))
        );
        Extension(file, 20, 1, Encoding.UTF8.GetBytes("UTF-8"));
    }

    private static void Extension(BinaryWriter file, int kind, int size, byte[] content)
    {
        file.Write(7);
        file.Write(kind);
        file.Write(size);
        file.Write(content.Length / size);
        file.Write(content);
    }

    // kind, width, decimals: 5 is F, 20 is DATE
    private static int Format(DataVariable variable) =>
        variable.Kind switch
        {
            VariableKind.Day => (20 << 16) | (11 << 8),
            VariableKind.Serial => (5 << 16) | (8 << 8),
            VariableKind.Choice or VariableKind.Ticked => (5 << 16) | (3 << 8),
            _ => (5 << 16) | (12 << 8) | variable.Decimals,
        };

    private static int Measure(DataVariable variable) =>
        variable.Kind switch
        {
            VariableKind.Choice when variable.Ordered => 2,
            VariableKind.Choice or VariableKind.Ticked => 1,
            _ => 3,
        };

    // days are counted in seconds from 14 October 1582
    private static double ValueOf(DataVariable variable, double value) =>
        variable.Kind == VariableKind.Day ? (value - new DateOnly(1582, 10, 14).DayNumber) * 86_400 : value;

    private static string ShortName(int number) => "V" + (number + 1).ToString(CultureInfo.InvariantCulture);

    private static int Fill(int length, int to) => (to - (length % to)) % to;

    private static byte[] Padded(string text, int length)
    {
        var bytes = Cut(text, length);
        return [.. bytes, .. Enumerable.Repeat((byte)' ', length - bytes.Length)];
    }

    // at a letter, never within one
    private static byte[] Cut(string text, int most)
    {
        var length = 0;
        var kept = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
            if (length > most)
            {
                break;
            }
            kept.Append(rune.ToString());
        }
        return Encoding.UTF8.GetBytes(kept.ToString());
    }
}
