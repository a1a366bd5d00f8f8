// The ten houses of the lit street: their walls, and where their hundred windows are.
namespace Hearth.DesignSystem.Charts;

/// <param name="Left">Left edge.</param>
/// <param name="Sill">Lower edge.</param>
/// <param name="Radius">Of the arch.</param>
/// <param name="Jamb">Height of the straight part.</param>
internal readonly record struct Pane(double Left, double Sill, double Radius, double Jamb);

internal sealed record House(int Height, string Walls, Pane[] Panes)
{
    public static IReadOnlyList<House> Street { get; } =
    [
        new(
            136,
            """<path d="M38 26h8v28h-8zM90 26h8v28h-8z" fill="#3d1436"/><path d="M4 136V56L30 30l26 26v80z" fill="#6a2459"/><path d="M56 136V56l26-26 26 26v80z" fill="#7b2d3f"/><path d="M40 136V120a6 6 0 0 1 12 0v16z" fill="#ffc9a3"/><circle cx="49" cy="127.2" r="1" fill="#2b1b2c"/><path d="M92 136V120a6 6 0 0 1 12 0v16z" fill="#3e9a8b"/><circle cx="101" cy="127.2" r="1" fill="#2b1b2c"/>""",
            [
                new(25, 61, 5.5, 9.5),
                new(77, 61, 5.5, 9.5),
                new(12, 85, 5.5, 9.5),
                new(37, 85, 5.5, 9.5),
                new(64, 85, 5.5, 9.5),
                new(89, 85, 5.5, 9.5),
                new(12, 117, 5.5, 9.5),
                new(64, 117, 5.5, 9.5),
                new(26, 115, 4.5, 8.5),
                new(78, 115, 4.5, 8.5),
            ]
        ),
        new(
            196,
            """<path d="M105 196v-20" stroke="#54204a" stroke-width="3"/><circle cx="105" cy="168" r="13" fill="#3e9a8b"/><path d="M22 196V22a8 8 0 0 1 8-8h52a8 8 0 0 1 8 8v174z" fill="#3d1436"/><path d="M46 14V4h8v10z" fill="#3d1436"/><path d="M62 196V171a7 7 0 0 1 14 0v25z" fill="#e0602c"/><circle cx="73" cy="183.2" r="1" fill="#2b1b2c"/>""",
            [
                new(33, 47, 5.5, 9.5),
                new(52, 47, 5.5, 9.5),
                new(71, 47, 5.5, 9.5),
                new(33, 83, 5.5, 9.5),
                new(52, 83, 5.5, 9.5),
                new(71, 83, 5.5, 9.5),
                new(33, 119, 5.5, 9.5),
                new(52, 119, 5.5, 9.5),
                new(71, 119, 5.5, 9.5),
                new(33, 157, 5.5, 9.5),
            ]
        ),
        new(
            128,
            """<path d="M3 128v-12" stroke="#54204a" stroke-width="3"/><circle cx="3" cy="108" r="10" fill="#0e6b5f"/><path d="M8 128V62l20-22h56l20 22v66z" fill="#9c4a2f"/><path d="M2 64 30 34h52l28 30z" fill="#3d1436"/><path d="M50 40h10V22H50z" fill="#3d1436"/><path d="M50 128V110a6 6 0 0 1 12 0v18z" fill="#e4f2ee"/><circle cx="59" cy="118.4" r="1" fill="#2b1b2c"/>""",
            [
                new(15, 86, 5, 9),
                new(33, 86, 5, 9),
                new(51, 86, 5, 9),
                new(69, 86, 5, 9),
                new(87, 86, 5, 9),
                new(15, 116, 5, 9),
                new(33, 116, 5, 9),
                new(69, 116, 5, 9),
                new(87, 116, 5, 9),
                new(51, 57, 5, 8),
            ]
        ),
        new(
            172,
            """<path d="M74 18h10v40H74z" fill="#3d1436"/><path d="M20 172V58l36-36 36 36v114z" fill="#54204a"/><path d="M49.5 172V151.5a6.5 6.5 0 0 1 13 0v20.5z" fill="#e0602c"/><circle cx="59.5" cy="161.2" r="1" fill="#2b1b2c"/>""",
            [
                new(50.5, 55, 5.5, 9.5),
                new(30, 81, 5.5, 9.5),
                new(50.5, 81, 5.5, 9.5),
                new(71, 81, 5.5, 9.5),
                new(30, 108, 5.5, 9.5),
                new(50.5, 108, 5.5, 9.5),
                new(71, 108, 5.5, 9.5),
                new(30, 135, 5.5, 9.5),
                new(50.5, 135, 5.5, 9.5),
                new(71, 135, 5.5, 9.5),
            ]
        ),
        new(
            150,
            """<path d="M105 150v-20" stroke="#54204a" stroke-width="3"/><circle cx="105" cy="122" r="13" fill="#3e9a8b"/><path d="M6 150V32h100v118z" fill="#8e4a7d"/><path d="M2 24h108v10H2z" fill="#54204a"/><path d="M49 150V131a7 7 0 0 1 14 0v19z" fill="#f6e3d2"/><circle cx="60" cy="139.6" r="1" fill="#2b1b2c"/>""",
            [
                new(20, 59, 5.5, 9.5),
                new(51, 59, 5.5, 9.5),
                new(82, 59, 5.5, 9.5),
                new(20, 87, 5.5, 9.5),
                new(51, 87, 5.5, 9.5),
                new(82, 87, 5.5, 9.5),
                new(20, 115, 5.5, 9.5),
                new(51, 115, 5.5, 9.5),
                new(82, 115, 5.5, 9.5),
                new(82, 141, 5.5, 8.5),
            ]
        ),
        new(
            136,
            """<path d="M38 26h8v28h-8zM90 26h8v28h-8z" fill="#3d1436"/><path d="M4 136V56L30 30l26 26v80z" fill="#6a2459"/><path d="M56 136V56l26-26 26 26v80z" fill="#7b2d3f"/><path d="M40 136V120a6 6 0 0 1 12 0v16z" fill="#ffc9a3"/><circle cx="49" cy="127.2" r="1" fill="#2b1b2c"/><path d="M92 136V120a6 6 0 0 1 12 0v16z" fill="#3e9a8b"/><circle cx="101" cy="127.2" r="1" fill="#2b1b2c"/>""",
            [
                new(25, 61, 5.5, 9.5),
                new(77, 61, 5.5, 9.5),
                new(12, 85, 5.5, 9.5),
                new(37, 85, 5.5, 9.5),
                new(64, 85, 5.5, 9.5),
                new(89, 85, 5.5, 9.5),
                new(12, 117, 5.5, 9.5),
                new(64, 117, 5.5, 9.5),
                new(26, 115, 4.5, 8.5),
                new(78, 115, 4.5, 8.5),
            ]
        ),
        new(
            172,
            """<path d="M3 172v-12" stroke="#54204a" stroke-width="3"/><circle cx="3" cy="152" r="10" fill="#0e6b5f"/><path d="M74 18h10v40H74z" fill="#3d1436"/><path d="M20 172V58l36-36 36 36v114z" fill="#54204a"/><path d="M49.5 172V151.5a6.5 6.5 0 0 1 13 0v20.5z" fill="#e0602c"/><circle cx="59.5" cy="161.2" r="1" fill="#2b1b2c"/>""",
            [
                new(50.5, 55, 5.5, 9.5),
                new(30, 81, 5.5, 9.5),
                new(50.5, 81, 5.5, 9.5),
                new(71, 81, 5.5, 9.5),
                new(30, 108, 5.5, 9.5),
                new(50.5, 108, 5.5, 9.5),
                new(71, 108, 5.5, 9.5),
                new(30, 135, 5.5, 9.5),
                new(50.5, 135, 5.5, 9.5),
                new(71, 135, 5.5, 9.5),
            ]
        ),
        new(
            128,
            """<path d="M105 128v-20" stroke="#54204a" stroke-width="3"/><circle cx="105" cy="100" r="13" fill="#3e9a8b"/><path d="M8 128V62l20-22h56l20 22v66z" fill="#9c4a2f"/><path d="M2 64 30 34h52l28 30z" fill="#3d1436"/><path d="M50 40h10V22H50z" fill="#3d1436"/><path d="M50 128V110a6 6 0 0 1 12 0v18z" fill="#e4f2ee"/><circle cx="59" cy="118.4" r="1" fill="#2b1b2c"/>""",
            [
                new(15, 86, 5, 9),
                new(33, 86, 5, 9),
                new(51, 86, 5, 9),
                new(69, 86, 5, 9),
                new(87, 86, 5, 9),
                new(15, 116, 5, 9),
                new(33, 116, 5, 9),
                new(69, 116, 5, 9),
                new(87, 116, 5, 9),
                new(51, 57, 5, 8),
            ]
        ),
        new(
            196,
            """<path d="M22 196V22a8 8 0 0 1 8-8h52a8 8 0 0 1 8 8v174z" fill="#3d1436"/><path d="M46 14V4h8v10z" fill="#3d1436"/><path d="M62 196V171a7 7 0 0 1 14 0v25z" fill="#e0602c"/><circle cx="73" cy="183.2" r="1" fill="#2b1b2c"/>""",
            [
                new(33, 47, 5.5, 9.5),
                new(52, 47, 5.5, 9.5),
                new(71, 47, 5.5, 9.5),
                new(33, 83, 5.5, 9.5),
                new(52, 83, 5.5, 9.5),
                new(71, 83, 5.5, 9.5),
                new(33, 119, 5.5, 9.5),
                new(52, 119, 5.5, 9.5),
                new(71, 119, 5.5, 9.5),
                new(33, 157, 5.5, 9.5),
            ]
        ),
        new(
            150,
            """<path d="M6 150V32h100v118z" fill="#8e4a7d"/><path d="M2 24h108v10H2z" fill="#54204a"/><path d="M49 150V131a7 7 0 0 1 14 0v19z" fill="#f6e3d2"/><circle cx="60" cy="139.6" r="1" fill="#2b1b2c"/>""",
            [
                new(20, 59, 5.5, 9.5),
                new(51, 59, 5.5, 9.5),
                new(82, 59, 5.5, 9.5),
                new(20, 87, 5.5, 9.5),
                new(51, 87, 5.5, 9.5),
                new(82, 87, 5.5, 9.5),
                new(20, 115, 5.5, 9.5),
                new(51, 115, 5.5, 9.5),
                new(82, 115, 5.5, 9.5),
                new(82, 141, 5.5, 8.5),
            ]
        ),
    ];
}
