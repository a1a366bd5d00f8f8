// How often anybody may be reminded.
namespace Hearth.Surveys.Asking;

internal static class RemindersAsked
{
    /// <summary>Days between two messages about one survey to one person.</summary>
    public const int DaysBetween = 7;
}
