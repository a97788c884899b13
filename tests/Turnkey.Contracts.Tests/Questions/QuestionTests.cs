using Turnkey.Contracts.Questions;

namespace Turnkey.Contracts.Tests.Questions;

public sealed class QuestionTests
{
    private static readonly Question New = Samples.Question with { Remarks = [], State = QuestionState.Open };

    [Fact]
    public void The_other_side_answers_and_who_asked_opens_it_again()
    {
        var asked = Samples.Made(New.Say(Remark(Samples.Manufacturer.Id)));
        Assert.Equal(QuestionState.Open, asked.State);
        var answered = Samples.Made(asked.Say(Remark(Samples.Customer.Id)));
        Assert.Equal(QuestionState.Answered, answered.State);
        Assert.Equal(QuestionState.Open, Samples.Made(answered.Say(Remark(Samples.Manufacturer.Id))).State);
    }

    [Fact]
    public void The_customer_may_ask_as_well() => Assert.Equal(QuestionState.Answered, Samples.Made(Samples.Made(New.Say(Remark(Samples.Customer.Id))).Say(Remark(Samples.Manufacturer.Id))).State);

    [Fact]
    public void Nobody_else_says_anything() => Assert.Equal("not-found", Samples.Refused(New.Say(Remark(Samples.Rival.Id))));

    [Fact]
    public void Nothing_is_said_after_the_end()
    {
        var closed = Samples.Made(Samples.Question.Close());
        Assert.Equal("question.closed", Samples.Refused(closed.Say(Remark(Samples.Customer.Id))));
        Assert.Equal("question.closed", Samples.Refused(closed.Close()));
        Assert.Equal("question.empty", Samples.Refused(New.Say(Remark(Samples.Customer.Id) with { Text = " \n" })));
    }

    private static Remark Remark(Guid organisation) => new(organisation, "somebody", Samples.Now, "text");
}
