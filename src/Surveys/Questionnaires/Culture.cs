// English numbers, wherever the server stands.
using System.Globalization;

namespace Hearth.Surveys.Questionnaires;

internal static class Culture
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");
}
