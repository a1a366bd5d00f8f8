// How a way of asking is named and told of.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.TheField;

internal static class WayWords
{
    public static string Name(Channel channel) =>
        channel switch
        {
            Channel.Email => "E-mail",
            Channel.Text => "Text",
            Channel.WhatsApp => "WhatsApp",
            Channel.Letter => "Letter with a code",
            Channel.Telephone => "Telephone",
            _ => "At the door",
        };

    public static string Icon(Channel channel) =>
        channel switch
        {
            Channel.Email => "mail",
            Channel.Text or Channel.WhatsApp => "text",
            Channel.Letter => "paper",
            Channel.Telephone => "phone",
            _ => "door",
        };

    /// <summary>“1,460 sent, the last on 2 November. 12 waiting. 3 did not arrive”.</summary>
    public static string Sent(WayOfAsking way)
    {
        List<string> parts = [];
        if (way.Sent > 0)
        {
            parts.Add($"{way.Sent:N0} sent{(way.LastSent is { } last ? $", the last on {last.DayInLondon().Short()}" : "")}");
        }
        if (way.Waiting > 0)
        {
            parts.Add(
                way.Channel switch
                {
                    Channel.Telephone => $"{way.Waiting:N0} to ring",
                    Channel.Door => $"{way.Waiting:N0} to visit",
                    _ => $"{way.Waiting:N0} waiting to go",
                }
            );
        }
        if (way.NotArrived > 0)
        {
            parts.Add($"{way.NotArrived:N0} did not arrive");
        }
        if (way.Reminded > 0)
        {
            parts.Add($"{way.Reminded:N0} of these are reminders");
        }
        return parts.Count == 0 ? "Nothing went out" : string.Join(". ", parts);
    }

    public static string NotAsked(NotAsked not)
    {
        List<string> parts = [];
        if (not.DoNotContact > 0)
        {
            parts.Add($"{not.DoNotContact:N0} marked “do not contact”");
        }
        if (not.SaidNo > 0)
        {
            parts.Add($"{not.SaidNo:N0} who said no to surveys");
        }
        if (not.NoWay > 0)
        {
            parts.Add($"{not.NoWay:N0} with no way to reach them");
        }
        if (not.Resting > 0)
        {
            parts.Add($"{not.Resting:N0} whom something else had asked lately");
        }
        List<string> sentences = [];
        if (parts.Count > 0)
        {
            sentences.Add($"Not asked: {string.Join(", ", parts)}.");
        }
        if (not.LeftOut > 0)
        {
            sentences.Add($"Left out for exceptional circumstances: {not.LeftOut:N0}.");
        }
        return string.Join(' ', sentences);
    }
}
