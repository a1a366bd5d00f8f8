// The rules of the ladder for one household and for a hundred thousand, by hand-worked days.
using Hearth.Messaging.Public;
using Hearth.Surveys.Asking.Ladders;

namespace Hearth.Surveys.Tests.Asking.Ladders;

public sealed class ClimbTests
{
    private const Ways All = Ways.Email | Ways.Text | Ways.Letter | Ways.Telephone | Ways.Door;
    private static readonly DateOnly Opens = new(2026, 11, 2);
    private static readonly DateOnly LastDay = new(2026, 12, 4);
    private static readonly Climb Usual = new(Ladder.Usual, LastDay);

    [Fact]
    public void A_home_with_every_way_is_asked_by_e_mail_then_text_then_letter_then_telephone()
    {
        var plan = Forecast.Of(Usual, [Asked(Channel.Email)], Opens);

        Assert.Equal(
            [(Day(11, 7), Channel.Text), (Day(11, 12), Channel.Letter), (Day(11, 22), Channel.Telephone)],
            plan.Steps.Select(step => (step.On, step.To))
        );
    }

    [Fact]
    public void A_way_that_is_not_held_or_not_allowed_is_passed_over()
    {
        var plan = Forecast.Of(
            Usual,
            [Asked(Channel.Letter, Ways.Letter | Ways.Door), Asked(Channel.Email, Ways.Email | Ways.Telephone)],
            Opens
        );

        // the door is no rung of this ladder
        Assert.Equal([(Day(11, 7), Channel.Telephone)], plan.Steps.Select(step => (step.On, step.To)));
        Assert.Equal(1, plan.Top);
    }

    [Fact]
    public void A_home_begins_with_the_way_it_asked_for_where_the_ladder_has_it()
    {
        Assert.Equal(Channel.Letter, Climb.First(Ladder.Usual, All, Channel.Letter));
        Assert.Equal(Channel.Email, Climb.First(Ladder.Usual, All, Channel.Door));
        Assert.Equal(Channel.Telephone, Climb.First(Ladder.Usual, Ways.Telephone | Ways.Door, Channel.Door));
        Assert.Null(Climb.First(Ladder.Usual, Ways.Door, Channel.Door));
        Assert.Null(Climb.First(Ladder.Usual, Ways.None, null));
    }

    [Fact]
    public void Whoever_began_with_a_letter_is_asked_by_the_other_ways_from_the_bottom_up()
    {
        var plan = Forecast.Of(Usual, [Asked(Channel.Letter)], Opens);

        Assert.Equal(
            [(Day(11, 12), Channel.Email), (Day(11, 17), Channel.Text), (Day(11, 22), Channel.Telephone)],
            plan.Steps.Select(step => (step.On, step.To))
        );
    }

    [Theory]
    [InlineData(6, 7)]
    [InlineData(7, 7)]
    [InlineData(9, 9)]
    public void The_next_rung_comes_after_its_days_and_at_once_when_they_are_over(int today, int on)
    {
        var step = Usual.Next(Asked(Channel.Email), Day(11, today));

        Assert.Equal((StepKind.GoUp, Channel.Text, Day(11, on)), (step.Kind, step.To, step.On));
    }

    [Fact]
    public void What_came_back_sends_the_home_up_at_once()
    {
        var step = Usual.Next(Asked(Channel.Email) with { CameBack = true }, Opens);

        Assert.Equal((StepKind.GoUp, Channel.Text, Opens), (step.Kind, step.To, step.On));
    }

    [Fact]
    public void Nobody_goes_up_while_their_message_waits_to_be_printed()
    {
        var letter = Asked(Channel.Letter) with { InHand = true };

        Assert.Equal(StepKind.WaitForMessage, Usual.Next(letter, Day(11, 30)).Kind);
        // the plan counts as if it left today
        var plan = Forecast.Of(Usual, [letter], Day(11, 20));
        Assert.Equal(1, plan.InHand);
        Assert.Equal((Day(11, 30), Channel.Email), (plan.Steps[0].On, plan.Steps[0].To));
    }

    [Fact]
    public void Whoever_may_not_be_asked_any_more_stands_still_for_good()
    {
        var plan = Forecast.Of(Usual, [Asked(Channel.Email, Ways.None), Asked(Channel.Letter, Ways.None) with { InHand = true }], Opens);

        Assert.Empty(plan.Steps);
        Assert.Equal((2, 0, 0), (plan.NotToBeAsked, plan.InHand, plan.Top));
    }

    [Fact]
    public void No_letter_goes_out_in_the_last_three_days_and_nothing_after_the_last()
    {
        var shut = new Climb(Ladder.Usual, Day(11, 14));

        // the letter is due on the 12th and would come on the 14th at best
        Assert.Equal(
            (StepKind.GoUp, Channel.Telephone),
            Of(shut.Next(Asked(Channel.Text, tried: Ways.Email | Ways.Text) with { Since = Day(11, 7) }, Day(11, 8)))
        );
        Assert.Equal(
            StepKind.ClosesFirst,
            shut.Next(Asked(Channel.Text, Ways.Letter, Ways.Text) with { Since = Day(11, 7) }, Day(11, 8)).Kind
        );
        Assert.Equal(StepKind.ClosesFirst, shut.Next(Asked(Channel.Letter) with { Since = Day(11, 7) }, Day(11, 8)).Kind);
        Assert.Equal(
            (StepKind.GoUp, Channel.Letter),
            Of(
                new Climb(Ladder.Usual, Day(11, 15)).Next(
                    Asked(Channel.Text, Ways.Letter, Ways.Text) with
                    {
                        Since = Day(11, 7),
                    },
                    Day(11, 8)
                )
            )
        );
    }

    [Fact]
    public void Whoever_another_activity_asked_lately_rests_first()
    {
        var step = Usual.Next(Asked(Channel.Email) with { RestsUntil = Day(11, 20) }, Day(11, 8));

        Assert.Equal((StepKind.GoUp, Channel.Text, Day(11, 20), true), (step.Kind, step.To, step.On, step.Rests));
        Assert.False(Usual.Next(Asked(Channel.Email) with { RestsUntil = Day(11, 5) }, Day(11, 8)).Rests);
        Assert.Equal(1, Forecast.Of(Usual, [Asked(Channel.Email) with { RestsUntil = Day(11, 20) }], Day(11, 8)).Rest);
    }

    [Fact]
    public void A_rung_that_was_taken_out_keeps_nobody()
    {
        var withoutText = new Climb([new(Channel.Email, 5), new(Channel.Letter, 9)], LastDay);

        Assert.Equal((StepKind.GoUp, Channel.Letter), Of(withoutText.Next(Asked(Channel.Text, tried: Ways.Email | Ways.Text), Opens)));
    }

    [Fact]
    public void A_hundred_thousand_homes_are_planned_and_none_is_asked_twice_by_one_way()
    {
        var random = new Random(20);
        var homes = Enumerable.Range(0, 100_000).Select(_ => Anyone(random)).ToList();

        var plan = Forecast.Of(Usual, homes, Opens);

        // each way that a home may still be asked by, is in the ladder and has not been tried comes once, unless the survey closes first
        var most = homes
            .Where(h => h.May != Ways.None)
            .Sum(h =>
                Ladder.Usual.Count(rung => (h.May & rung.Channel.Flag()) != Ways.None && (h.Tried & rung.Channel.Flag()) == Ways.None)
            );
        Assert.InRange(plan.Steps.Sum(step => step.Households), most / 2, most);
        Assert.All(plan.Steps, step => Assert.InRange(step.On, Opens, LastDay));
        Assert.Equal(homes.Count(h => h.May == Ways.None), plan.NotToBeAsked);
    }

    private static Standing Anyone(Random random)
    {
        var may = (Ways)random.Next(32);
        var on = (Channel)random.Next(5);
        return new(on, on.Flag(), Opens.AddDays(random.Next(3)), random.Next(20) == 0, random.Next(10) == 0, may, null);
    }

    private static Standing Asked(Channel on, Ways may = All, Ways? tried = null) =>
        new(on, tried ?? on.Flag(), Opens, false, false, may, on);

    private static (StepKind, Channel) Of(Step step) => (step.Kind, step.To);

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
