{let d=document,q=s=>d.querySelector(s),p=q(".exit-says"),w=p.dataset.words.split("|"),n,o,t,
s=(i,j=i)=>{clearTimeout(t);n=i;p.textContent=w[j]},
l=e=>{e.preventDefault();d.body.dataset.left="";q(".leaving").textContent=w[4];location.replace(q(".exit"))};
onclick=e=>e.target.closest(".exit")&&l(e);
onkeydown=e=>(o=e.key=="Shift")||s(0);
onkeyup=e=>{if(o&&e.key=="Shift")n>1?l(e):(s(n+1),t=setTimeout(s,5e3,0,3))};
onpageshow=()=>{delete d.body.dataset.left;s(0)}}
