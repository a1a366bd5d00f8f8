// The responses of one survey by column: groups and answers as small numbers. Only a cache: the responses in the database are the record.
using System.Text;
using System.Text.Json;
using Hearth.People.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <summary>What results need of a response, as the database holds it.</summary>
internal readonly record struct ResponseRow(
    Guid Id,
    string Channel,
    string Ward,
    string Tenure,
    string Locality,
    string AgeBand,
    string HomeKind,
    string Answers,
    int Edition = 1
);

internal sealed class AnswerColumns
{
    private static readonly Dictionary<string, string> Channels = Enum.GetValues<ResponseChannel>()
        .ToDictionary(channel => channel.ToString(), Groupings.Name, StringComparer.Ordinal);

    private readonly AnswerColumn[] columns;
    private readonly HashSet<Guid> known = [];
    private readonly Growing<Guid> ids = new();
    private byte[] utf8 = new byte[4096];

    public AnswerColumns(IReadOnlyList<Question> questions)
    {
        ByKey = questions
            .Select(question => (question.Key, Column: AnswerColumn.For(question)))
            .Where(pair => pair.Column is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Column!, StringComparer.Ordinal);
        columns = [.. ByKey.Values];
    }

    public IReadOnlyDictionary<string, AnswerColumn> ByKey { get; }

    public IReadOnlyDictionary<Grouping, Coded> Groups { get; } = Enum.GetValues<Grouping>().ToDictionary(g => g, _ => new Coded());

    public int Count => known.Count;

    /// <summary>The responses' ids, a row each.</summary>
    public ReadOnlySpan<Guid> Ids(int length) => ids.First(length);

    /// <summary>The newest instant taken in.</summary>
    public DateTimeOffset Newest { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Everything up to this instant has been taken in.</summary>
    public void SeenUpTo(DateTimeOffset? instant) => Newest = instant > Newest ? instant.Value : Newest;

    /// <summary>Takes a response in, unless it is in already.</summary>
    public void Add(ResponseRow row)
    {
        if (!known.Add(row.Id))
        {
            return;
        }
        ids.Add(row.Id);
        Groups[Grouping.Ward].Add(row.Ward);
        Groups[Grouping.Tenure].Add(row.Tenure);
        Groups[Grouping.Locality].Add(row.Locality);
        Groups[Grouping.Age].Add(AgeBands.Widen(row.AgeBand));
        Groups[Grouping.HomeKind].Add(row.HomeKind);
        Groups[Grouping.Channel].Add(Channels[row.Channel]);
        Groups[Grouping.Version].Add(Groupings.NameOfVersion(row.Edition));
        AddAnswers(row.Answers);
    }

    private void AddAnswers(string answers)
    {
        var most = Encoding.UTF8.GetMaxByteCount(answers.Length);
        if (utf8.Length < most)
        {
            utf8 = new byte[most];
        }
        var json = new Utf8JsonReader(utf8.AsSpan(0, Encoding.UTF8.GetBytes(answers, utf8)));
        // Keys stand in the order of the questions, so the next column is nearly always the right one; those passed over are blank.
        var next = 0;
        Span<bool> filled = stackalloc bool[columns.Length];
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }
            var at = Find(ref json, next);
            json.Read();
            if (at < 0 || filled[at])
            {
                json.Skip();
                continue;
            }
            columns[at].Add(ref json);
            filled[at] = true;
            next = at + 1;
        }
        for (var i = 0; i < columns.Length; i++)
        {
            if (!filled[i])
            {
                columns[i].AddBlank();
            }
        }
    }

    private int Find(ref Utf8JsonReader json, int from)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var at = (from + i) % columns.Length;
            if (json.ValueTextEquals(columns[at].Key))
            {
                return at;
            }
        }
        return -1;
    }
}
