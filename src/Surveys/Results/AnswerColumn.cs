// The answers to one question, a row a response, as small numbers.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

internal abstract class AnswerColumn(Question question)
{
    /// <summary>The question's key as it stands in a response's JSON.</summary>
    public byte[] Key { get; } = Encoding.UTF8.GetBytes(question.Key);

    /// <summary>Reads the answers at the start of their array, and leaves the reader at its end.</summary>
    public abstract void Add(ref Utf8JsonReader json);

    public abstract void AddBlank();

    /// <summary>The column for a kind of question; null for words, which are kept as comments.</summary>
    public static AnswerColumn? For(Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => new OneChoice(question),
            QuestionKind.MultipleChoice => new SeveralChoices(question),
            QuestionKind.Number => new Numbers(question),
            QuestionKind.Date => new Days(question),
            QuestionKind.Ranking => new Orders(question),
            QuestionKind.File => new FilesSent(question),
            _ => null,
        };
}

/// <summary>One choice: 0 for none, else its place among the options, from 1.</summary>
internal sealed class OneChoice(Question question) : AnswerColumn(question)
{
    private readonly byte[][] codes = [.. question.Options.Select(option => Encoding.UTF8.GetBytes(option.Code))];

    public Growing<ushort> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        ushort chosen = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (json.ValueTextEquals(codes[i]))
                {
                    chosen = (ushort)(i + 1);
                }
            }
        }
        Rows.Add(chosen);
    }

    public override void AddBlank() => Rows.Add(0);
}

/// <summary>Several choices: a bit for each option, the first the lowest.</summary>
internal sealed class SeveralChoices(Question question) : AnswerColumn(question)
{
    private readonly byte[][] codes = [.. question.Options.Take(64).Select(option => Encoding.UTF8.GetBytes(option.Code))];

    public Growing<ulong> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        ulong chosen = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (json.ValueTextEquals(codes[i]))
                {
                    chosen |= 1UL << i;
                }
            }
        }
        Rows.Add(chosen);
    }

    public override void AddBlank() => Rows.Add(0);
}

internal sealed class Numbers(Question question) : AnswerColumn(question)
{
    public Growing<decimal?> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        decimal? number = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            number = decimal.TryParse(json.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : number;
        }
        Rows.Add(number);
    }

    public override void AddBlank() => Rows.Add(null);
}

/// <summary>A day: its number, 0 for none.</summary>
internal sealed class Days(Question question) : AnswerColumn(question)
{
    public Growing<int> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        var day = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            day = DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", out var read) ? read.DayNumber : day;
        }
        Rows.Add(day);
    }

    public override void AddBlank() => Rows.Add(0);
}

/// <summary>Choices in order: four bits a place, the first the lowest; each the choice's place among the options, from 1; 0 for no more.</summary>
internal sealed class Orders(Question question) : AnswerColumn(question)
{
    private readonly byte[][] codes = [.. question.Options.Take(15).Select(option => Encoding.UTF8.GetBytes(option.Code))];

    public Growing<ulong> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        var (order, place) = (0UL, 0);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            for (var i = 0; i < codes.Length && place < 15; i++)
            {
                if (json.ValueTextEquals(codes[i]))
                {
                    order |= (ulong)(i + 1) << (4 * place++);
                    break;
                }
            }
        }
        Rows.Add(order);
    }

    public override void AddBlank() => Rows.Add(0);

    /// <summary>The choices of one response, best first, from 0.</summary>
    public static IReadOnlyList<int> Read(ulong order)
    {
        var choices = new List<int>();
        for (; order != 0; order >>= 4)
        {
            choices.Add((int)(order & 0xF) - 1);
        }
        return choices;
    }
}

/// <summary>How many files were sent.</summary>
internal sealed class FilesSent(Question question) : AnswerColumn(question)
{
    public Growing<byte> Rows { get; } = new();

    public override void Add(ref Utf8JsonReader json)
    {
        byte sent = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            sent++;
        }
        Rows.Add(sent);
    }

    public override void AddBlank() => Rows.Add(0);
}
