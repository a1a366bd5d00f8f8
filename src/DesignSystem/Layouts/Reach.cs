// A telephone number as a person writes it, made fit for a tel: link.
namespace Hearth.DesignSystem.Layouts;

internal static class Reach
{
    public static string Dial(string number) => string.Concat(number.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
